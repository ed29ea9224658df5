using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Demo;

/// <summary>The movable clock. Posted as <c>move</c>: <c>next</c>, <c>day</c>, or <c>to</c> with the date <c>date</c>.</summary>
/// <param name="Upcoming">What falls due next, soonest first.</param>
public sealed record ClockModel(
    PageFrame Frame, DateTimeOffset Now, string Action, PostTokens Tokens, IReadOnlyList<UpcomingLine> Upcoming, string Date, Refusal? Refused) : PageModel(Frame);
