namespace ZoneFlow.Runtime.Ports;

/// <summary>What became of a commit.</summary>
public enum CommitOutcome
{
    /// <summary>It is on disk, whole.</summary>
    Committed,

    /// <summary>The case has moved on since it was loaded: nothing was written.</summary>
    Conflict,

    /// <summary>The signal has been answered before: nothing was written.</summary>
    Repeated,
}
