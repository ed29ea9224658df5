namespace ZoneFlow.Runtime.Moving;

/// <summary>What an archive says it holds.</summary>
/// <param name="Format">The archive's shape; another than ours is refused.</param>
/// <param name="Heads">One SHA-256 over every case's id and its journal's head, by id.</param>
public sealed record MovingManifest(int Format, DateTimeOffset At, int Cases, int Entries, int Records, int Documents, string Heads)
{
    public const int Current = 1;
}
