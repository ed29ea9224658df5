using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>The signed roots that the office has published.</summary>
/// <param name="Roots">The latest first.</param>
/// <param name="Keys">In the order of their use.</param>
/// <param name="DataHref">All of them, for programs.</param>
public sealed record EvidenceModel(PageFrame Frame, IReadOnlyList<DailyRoot> Roots, IReadOnlyList<RootKey> Keys, string DataHref) : PageModel(Frame);
