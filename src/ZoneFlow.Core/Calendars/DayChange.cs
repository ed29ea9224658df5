namespace ZoneFlow.Core.Calendars;

/// <summary>A day that one calendar counts as worked and another does not.</summary>
public readonly record struct DayChange(DateOnly Date, DayReason Was, DayReason Now)
{
    /// <summary>The days between two dates, both included, that are worked under one calendar only.</summary>
    public static IEnumerable<DayChange> Between(WorkingCalendar was, WorkingCalendar now, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (was.IsWorkingDay(day) != now.IsWorkingDay(day))
            {
                yield return new DayChange(day, was.Describe(day), now.Describe(day));
            }
        }
    }
}
