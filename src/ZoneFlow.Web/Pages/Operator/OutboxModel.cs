using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Effects that wait or have been given up on.</summary>
public sealed record OutboxModel(PageFrame Frame, IReadOnlyList<EffectLine> Parked, IReadOnlyList<EffectLine> Pending) : PageModel(Frame);
