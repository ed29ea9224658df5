using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>How the installation does.</summary>
public sealed record HealthModel(PageFrame Frame, DateTimeOffset Now, string Version, IReadOnlyList<HealthLine> Checks) : PageModel(Frame);
