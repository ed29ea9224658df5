using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>An expert steps back (回避). Posted: <c>reason</c>, <c>nonce</c>, <c>signal</c>.</summary>
public sealed record RecusePageModel(
    PageFrame Frame, string Action, PostTokens Tokens, string Addressee, CaseHead Case, Label Stage, string Reason, string BackHref, Refusal? Refused) : PageModel(Frame);
