using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Publishes a pack's revision: the files are checked first, and what would be new is seen. Posted: <c>pack</c> (files), then <c>draft</c>, <c>code</c>.</summary>
/// <param name="Found">The pack that was read; null before any, and where what was posted cannot be published.</param>
/// <param name="Remarks">What the check says of it.</param>
/// <param name="Changes">What it says otherwise than the revision in use.</param>
/// <param name="Confirm">The tokens of the form that publishes it; null where it cannot be.</param>
/// <param name="Draft">The hash under which the checked files wait.</param>
public sealed record PublishModel(
    PageFrame Frame, PostTokens Tokens, PublishFound? Found, IReadOnlyList<PackRemark> Remarks, IReadOnlyList<Label> Changes, PostTokens? Confirm, string Draft,
    Refusal? Refused) : PageModel(Frame)
{
    /// <summary>That it has been published; null where it has not.</summary>
    public Label? Done { get; init; }
}
