using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Cases that were parked by an unexpected error.</summary>
public sealed record ParkedModel(PageFrame Frame, IReadOnlyList<ParkedLine> Cases) : PageModel(Frame)
{
    /// <summary>There are more than are listed.</summary>
    public bool IsCut { get; init; }
}
