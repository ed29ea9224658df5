namespace ZoneFlow.Core.Calendars;

/// <summary>
/// The switches a policy may set on how a period is reckoned; as they stand they are the law's (民法典 201, 203).
/// </summary>
/// <param name="CountFirstDay">The day of the event is the first day (R10). False: the day after it is.</param>
/// <param name="Roll">Whether a last day that is a rest day moves (R5, R9). Says nothing for working days, which end on one.</param>
public sealed record Reckoning(bool CountFirstDay = false, Roll Roll = Roll.NextWorkingDay)
{
    public static Reckoning Law { get; } = new();

    /// <summary>For terms and bans (R9).</summary>
    public static Reckoning Term { get; } = new(Roll: Roll.None);
}
