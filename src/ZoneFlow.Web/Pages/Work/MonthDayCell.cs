using ZoneFlow.Core.Calendars;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>One day of a month, with the first of what falls due on it.</summary>
/// <param name="Provisional">No notice covers the day yet.</param>
/// <param name="Tasks">How many tasks of the reader's own fall due.</param>
/// <param name="Cases">How many cases that the reader follows have their next last day on it.</param>
public sealed record MonthDayCell(DateOnly Day, DayReason Reason, bool Provisional, IReadOnlyList<DatedTask> Due, int Tasks, int Cases)
{
    /// <summary>The whole day, where it has more than is shown.</summary>
    public string? Href { get; init; }
}
