using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Access;

/// <summary>A person's own sessions. Posted: <c>session</c>, or <c>all</c>; and <c>code</c> where one is asked for.</summary>
/// <param name="AsksCode">Ending one takes a time-based code; of those who have none it asks that they have just signed in.</param>
public sealed record SessionsModel(PageFrame Frame, IReadOnlyList<OwnSession> Sessions, string EndAction, PostTokens Tokens, bool AsksCode, Refusal? Refused) : PageModel(Frame);
