using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>Names the experts of a panel. Posted: <c>expert</c> (repeated), <c>nonce</c>, <c>signal</c>.</summary>
public sealed record SeatPageModel(
    PageFrame Frame, string Action, PostTokens Tokens, CaseHead Case, Label Stage, int Fewest, int Most, int Preset, Source Source,
    IReadOnlyList<Option> Experts, IReadOnlySet<string> Chosen, Refusal? Refused) : PageModel(Frame);
