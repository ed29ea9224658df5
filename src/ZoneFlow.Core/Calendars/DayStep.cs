namespace ZoneFlow.Core.Calendars;

/// <summary>What a day was to a computation.</summary>
public enum DayStep
{
    /// <summary>The day of the event, not counted.</summary>
    DayZero,

    /// <summary>Counted, with its number.</summary>
    Counted,

    /// <summary>A rest day between working days.</summary>
    Skipped,

    /// <summary>The clock stood still.</summary>
    Suspended,

    /// <summary>The corresponding day of a later month, or a printed date.</summary>
    Named,

    /// <summary>A last day that is a rest day, or one after it.</summary>
    RolledOver,

    /// <summary>The working day the last day moved to.</summary>
    RolledTo,
}
