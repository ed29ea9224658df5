namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// Takes a kept letter to a certified seal service and brings its answer back. ZoneFlow draws no seal: what comes back is the service's
/// document, kept beside the letter. A service that cannot be reached, or takes longer than a minute, throws; the letter stays without a seal
/// until it can.
/// </summary>
public delegate Task<SealedDocument> CertifiedSeal(SealRequest request, CancellationToken cancellationToken);

/// <summary>A letter to be sealed: its text document as it was kept.</summary>
/// <param name="Number">Its 文号, or null for a certificate.</param>
/// <param name="Digest">The SHA-256 of <paramref name="Docx"/> in lower-case hex: the answer has to name it.</param>
public sealed record SealRequest(string Case, string Letter, string? Number, string Title, byte[] Docx, string Digest);

/// <summary>What the service answered.</summary>
/// <param name="Digest">The SHA-256 of the letter that it sealed: an answer to any other is not taken into the dossier.</param>
/// <param name="FileName">By which its type is checked, as any upload's.</param>
public sealed record SealedDocument(string Service, string Digest, string FileName, byte[] Content);
