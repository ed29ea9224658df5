using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>How a date was computed.</summary>
/// <param name="About">What is due.</param>
/// <param name="Anchor">The event it is counted from.</param>
/// <param name="Day0">The day of the event.</param>
/// <param name="Budget">The length of time; null for a fixed date.</param>
/// <param name="Earliest">The earliest it could become, where it is provisional.</param>
/// <param name="Calendar">The calendar revision it was computed with.</param>
public sealed record DeadlineExplanationModel(
    PageFrame Frame, CaseHead? Case, Label About, Label Anchor, DateOnly Day0, Period? Budget, Reckoning Reckoning, SourcedDate Due,
    DateOnly Earliest, DateOnly? Printed, IReadOnlyList<Suspension> Suspensions, IReadOnlyList<DayNote> Days, string Calendar, string? BackHref) : PageModel(Frame);
