using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Outcomes;

/// <summary>Something that could not be done.</summary>
/// <param name="Refused">The rule, where there is one; otherwise the kind's own words are shown.</param>
/// <param name="Reference">Quoted to the operator.</param>
/// <param name="BackHref">Where to go back to; the front page where null.</param>
public sealed record ProblemModel(PageFrame Frame, ProblemKind Kind, Refusal? Refused, string? Reference, string? BackHref) : PageModel(Frame);
