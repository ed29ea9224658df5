namespace ZoneFlow.Core.Cases;

/// <summary>
/// A name, a contact or free text that stands beside the journal, so that it can lawfully be deleted without
/// breaking the chain: here is only its HMAC under a salt of its own, as 64 hex digits. Nothing is decided by it.
/// </summary>
public readonly record struct Confided(string Digest)
{
    public override string ToString() => Digest;
}
