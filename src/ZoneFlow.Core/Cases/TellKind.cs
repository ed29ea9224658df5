namespace ZoneFlow.Core.Cases;

/// <summary>Why somebody is told something.</summary>
public enum TellKind
{
    /// <summary>A task has come to them.</summary>
    Task,

    /// <summary>A date is near.</summary>
    Reminder,

    /// <summary>A date has passed.</summary>
    Overdue,

    /// <summary>A date has passed and the first telling did not help (督办).</summary>
    Escalation,

    /// <summary>A letter is served on them.</summary>
    Letter,

    /// <summary>Something they wait for has happened.</summary>
    Result,

    /// <summary>A condition that is watched from day to day is no longer met.</summary>
    Watch,
}
