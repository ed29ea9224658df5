using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Access;

/// <summary>Opened from the mail: shows who would be signed in; the button signs in.</summary>
/// <param name="Parties">Where the person acts for several bodies: chosen as <c>party</c>. Empty where there is one.</param>
public sealed record SignInConfirmModel(
    PageFrame Frame, string Action, PostTokens Tokens, string Name, string Party, IReadOnlyList<Option> Parties, Refusal? Refused) : PageModel(Frame);
