using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A month of last days, Monday first.</summary>
/// <param name="Blanks">Empty cells before the first day.</param>
/// <param name="Months">How many fall due in each month of the year, from January.</param>
public sealed record MonthModel(
    PageFrame Frame, DateOnly First, DateOnly Today, int Blanks, IReadOnlyList<MonthDayCell> Days, IReadOnlyList<MonthCount> Months) : PageModel(Frame)
{
    /// <summary>The day that was asked for, or null.</summary>
    public WholeDay? Whole { get; init; }
}
