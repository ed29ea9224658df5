using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>Hands a task over (转办). Posted: <c>person</c>, <c>note</c>, <c>nonce</c>, <c>signal</c>.</summary>
/// <param name="With">Who has it now where it was handed over before; null where everybody who holds the role has it.</param>
/// <param name="People">Everybody else who holds the role, by party and person.</param>
public sealed record HandOverModel(
    PageFrame Frame, string Action, PostTokens Tokens, CaseHead Case, Label Procedure, Label Stage, Label Role, SourcedDate? Due, string? With,
    IReadOnlyList<Option> People, string Person, string Note, string BackHref, Refusal? Refused) : PageModel(Frame);
