namespace ZoneFlow.Runtime.Documents;

/// <summary>The installation's seal service, or that it has none.</summary>
public sealed record SealService(CertifiedSeal? Seal)
{
    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(1);

    public static SealService None { get; } = new((CertifiedSeal?)null);
}
