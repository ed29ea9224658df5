namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// Asks a virus scanner about a stored upload, such as clamd over INSTREAM. A scanner that cannot be reached throws,
/// and the upload stays 待检测 until it can.
/// </summary>
public delegate Task<ScanResult> ContentScanner(Stream content, CancellationToken cancellationToken);
