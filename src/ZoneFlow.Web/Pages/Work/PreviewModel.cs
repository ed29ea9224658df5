using ZoneFlow.Runtime.Previews;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A document as far as it is shown.</summary>
/// <param name="Back">The page it was opened from.</param>
public sealed record PreviewModel(PageFrame Frame, CaseHead Case, DocumentLine Document, string Back) : PageModel(Frame)
{
    /// <summary>Where the browser gets a picture or a PDF; null for everything else.</summary>
    public string? Shown { get; init; }

    public bool IsPdf { get; init; }

    /// <summary>A text document's paragraphs.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>There is more than is shown.</summary>
    public bool IsCut { get; init; }

    /// <summary>Why nothing is shown, or null.</summary>
    public NoPreview? Why { get; init; }
}
