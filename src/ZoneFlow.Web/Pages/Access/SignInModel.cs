using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Access;

/// <summary>Asks for the address that the sign-in link is sent to. Posted: <c>email</c>, and <c>return</c>.</summary>
/// <param name="ReturnTo">The local address to go back to after signing in.</param>
public sealed record SignInModel(PageFrame Frame, string Action, PostTokens Tokens, string Email, string? ReturnTo, Refusal? Refused) : PageModel(Frame);
