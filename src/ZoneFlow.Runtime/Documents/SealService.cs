namespace ZoneFlow.Runtime.Documents;

/// <summary>The installation's seal service, or that it has none.</summary>
public sealed record SealService(CertifiedSeal? Seal)
{
    public static SealService None { get; } = new((CertifiedSeal?)null);
}
