using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Deleting documents of a case: listed, chosen, deleted. Posted: <c>number</c>; then <c>hash</c>, <c>ground</c> and <c>code</c>.</summary>
/// <param name="Found">What could be deleted; null before a case was named.</param>
/// <param name="Past">What has been deleted, the latest first.</param>
public sealed record DeletionModel(
    PageFrame Frame, string SearchAction, string DeleteAction, PostTokens Tokens, string Number, IReadOnlyList<DeletionLine>? Found, string Ground,
    IReadOnlyList<PastDeletion> Past, Refusal? Refused) : PageModel(Frame)
{
    /// <summary>What was chosen before something was found wrong.</summary>
    public IReadOnlySet<ContentHash> Chosen { get; init; } = new HashSet<ContentHash>();
}
