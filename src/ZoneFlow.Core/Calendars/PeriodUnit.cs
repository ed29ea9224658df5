namespace ZoneFlow.Core.Calendars;

public enum PeriodUnit
{
    /// <summary>日: every day counts.</summary>
    Days,

    /// <summary>工作日: only working days count.</summary>
    WorkingDays,

    /// <summary>月: to the day of the same number, or the end of the month.</summary>
    Months,

    /// <summary>年: twelve months.</summary>
    Years,
}
