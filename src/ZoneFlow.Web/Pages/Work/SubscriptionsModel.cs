using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>The calendars somebody may subscribe to.</summary>
/// <param name="HasOwn">An address for the person's own tasks is in use.</param>
/// <param name="HasWhole">An address for all cases followed is in use.</param>
/// <param name="Address">The address just made; it is shown this once.</param>
public sealed record SubscriptionsModel(PageFrame Frame, string Action, PostTokens Tokens, bool HasOwn, bool HasWhole, string? Address) : PageModel(Frame);
