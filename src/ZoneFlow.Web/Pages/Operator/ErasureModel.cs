using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Deleting personal texts of a case: looked for, shown, and deleted. Posted: <c>number</c>, <c>words</c>; then <c>digest</c> and <c>ground</c>.</summary>
/// <param name="Found">What would be deleted; null before anything was looked for.</param>
/// <param name="Past">What has been deleted, the latest first.</param>
public sealed record ErasureModel(
    PageFrame Frame, string SearchAction, string EraseAction, PostTokens Tokens, string Number, string Words, IReadOnlyList<ErasedText>? Found, string Ground,
    IReadOnlyList<PastErasure> Past, Refusal? Refused) : PageModel(Frame)
{
    /// <summary>The digests that were chosen before something was found wrong.</summary>
    public IReadOnlySet<string> Chosen { get; init; } = new HashSet<string>();
}
