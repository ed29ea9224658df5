using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Outcomes;

/// <summary>An emailed link that no longer works, and the way on.</summary>
/// <param name="At">Since when.</param>
/// <param name="Now">Where the task stands now, where the reader may know.</param>
/// <param name="WayOn">Where to go instead.</param>
/// <param name="Reach">How the office is reached.</param>
public sealed record LinkProblemModel(PageFrame Frame, LinkFault Fault, DateTimeOffset? At, Label? Now, string? WayOn, string? Reach) : PageModel(Frame)
{
    /// <summary>Who has the task now, where it was handed over.</summary>
    public string? With { get; init; }
}
