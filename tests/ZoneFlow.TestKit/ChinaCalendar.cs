using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Policies.Calendars;

namespace ZoneFlow.TestKit;

/// <summary>The calendar that ships, whole and as it was known on a date.</summary>
public static class ChinaCalendar
{
    public static ImmutableArray<CalendarRevision> Revisions { get; } = CalendarFile.LoadShipped();

    public static WorkingCalendar Today { get; } = WorkingCalendar.Of(Revisions);

    public static WorkingCalendar AsOf(string date) => WorkingCalendar.Of(Revisions, Day(date));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
