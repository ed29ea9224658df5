using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>The packs published here.</summary>
public sealed record PacksModel(PageFrame Frame, IReadOnlyList<PackLine> Packs, IReadOnlyList<CalendarLine> Calendars) : PageModel(Frame);
