using ZoneFlow.Core.Calendars;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>One day of a month, with what falls due on it.</summary>
/// <param name="Provisional">No notice covers the day yet.</param>
public sealed record MonthDayCell(DateOnly Day, DayReason Reason, bool Provisional, IReadOnlyList<DatedTask> Due);
