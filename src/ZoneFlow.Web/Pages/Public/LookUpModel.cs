using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>Looking a case up without signing in. Posted: <c>number</c>, <c>code</c>.</summary>
public sealed record LookUpModel(PageFrame Frame, string Number, LookedUpCase? Found, Refusal? Refused) : PageModel(Frame);
