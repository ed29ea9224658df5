namespace ZoneFlow.Runtime.Evidence;

/// <summary>The key that this installation signs with, or that it has none: then no roots are made, and the operator's page says so.</summary>
public sealed record EvidenceKey(SigningKey? Key)
{
    public static EvidenceKey None { get; } = new((SigningKey?)null);
}
