namespace ZoneFlow.Core.Policies;

/// <summary>A published pack: its name, and the SHA-256 of its files (LF line ends, ordinal path order) as 64 hex digits.</summary>
public readonly record struct PackRevision(string Pack, string Hash)
{
    public override string ToString() => $"{Pack}@{Hash[..Math.Min(12, Hash.Length)]}";
}
