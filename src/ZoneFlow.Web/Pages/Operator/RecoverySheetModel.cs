using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A person's recovery codes, to be printed and handed over; shown once.</summary>
public sealed record RecoverySheetModel(PageFrame Frame, string Person, string Party, IReadOnlyList<string> Codes, string BackHref) : PageModel(Frame);
