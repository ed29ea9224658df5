using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Access;

/// <summary>Says the same whether or not the address is known.</summary>
public sealed record SignInSentModel(PageFrame Frame, string Email, int MinutesValid) : PageModel(Frame);
