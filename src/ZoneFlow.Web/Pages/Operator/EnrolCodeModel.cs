using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Enrols a time-based code. Posted: <c>code</c>.</summary>
/// <param name="Secret">In groups of four, to be typed.</param>
/// <param name="Uri">The otpauth address.</param>
public sealed record EnrolCodeModel(
    PageFrame Frame, string Action, PostTokens Tokens, string Person, string Secret, string Uri, Refusal? Refused) : PageModel(Frame);
