using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Runtime.Calendars;

/// <summary>Days on end that are off, or worked in exchange, for one reason.</summary>
public readonly record struct DayRun(DateOnly First, DateOnly Last, DayReason Why)
{
    /// <summary>Those of a year, in order; plain working days and weekends are in none.</summary>
    public static IEnumerable<DayRun> Of(WorkingCalendar calendar, int year)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return from day in Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays)
               let why = calendar.Describe(day)
               where why.Kind is not (DayKind.Working or DayKind.Weekend) && (day.DayOfYear == 1 || calendar.Describe(day.AddDays(-1)) != why)
               select new DayRun(day, LastOf(calendar, day, why), why);
    }

    private static DateOnly LastOf(WorkingCalendar calendar, DateOnly day, DayReason why)
    {
        while (day is not { Month: 12, Day: 31 } && calendar.Describe(day.AddDays(1)) == why)
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
