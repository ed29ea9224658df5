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

    /// <summary>A corrected date shows that it was never owed; owed again where another correction says so.</summary>
    NotOwed,
}
