namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// Takes a kept letter to a certified seal service and brings its answer back. ZoneFlow draws no seal: what comes back is the service's
/// document, kept beside the letter. A service that cannot be reached throws, and the letter stays without a seal until it can.
/// </summary>
public delegate Task<SealedDocument> CertifiedSeal(SealRequest request, CancellationToken cancellationToken);

/// <summary>A letter to be sealed: its text document as it was kept.</summary>
/// <param name="Number">Its 文号, or null for a certificate.</param>
public sealed record SealRequest(string Case, string Letter, string? Number, string Title, byte[] Docx);

/// <summary>What the service answered.</summary>
/// <param name="FileName">By which its type is checked, as any upload's.</param>
public sealed record SealedDocument(string Service, string FileName, byte[] Content);
