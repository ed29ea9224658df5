namespace ZoneFlow.Core.Cases;

/// <summary>What became of one occurrence of a duty.</summary>
public enum OccurrenceState
{
    Owed,
    Settled,
    SettledLate,
    Lapsed,
    Replaced,
    Skipped,
    Deferred,
}
