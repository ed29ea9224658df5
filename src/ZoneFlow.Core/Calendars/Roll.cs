namespace ZoneFlow.Core.Calendars;

/// <summary>What happens when the last day is a rest day.</summary>
public enum Roll
{
    /// <summary>The first working day after it (民法典 203).</summary>
    NextWorkingDay,

    /// <summary>Nothing: a term or a ban is a state, not time to act in (R9).</summary>
    None,
}
