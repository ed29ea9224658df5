using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>All cases that a reader follows, counted.</summary>
public sealed record OverviewModel(
    PageFrame Frame, int Cases, IReadOnlyList<(Label Kind, IReadOnlyList<CountLine> Standings)> Kinds, IReadOnlyList<CountLine> Stages,
    IReadOnlyList<CountLine> Lateness, IReadOnlyList<CaseLine> Latest) : PageModel(Frame);
