using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>Starts a case. Posted: <c>policy</c>, <c>title</c>, <c>region</c> where there are any, and <c>round</c> where there are any.</summary>
/// <param name="Rounds">Open rounds to join; empty where the policy has none or does not ask.</param>
public sealed record StartCaseForm(
    string Action, PostTokens Tokens, Label Kind, IReadOnlyList<Option> Policies, IReadOnlyList<Option> Regions, IReadOnlyList<Option> Rounds,
    string Policy, string Title, string Region, string Round, Refusal? Refused)
{
    /// <summary>Who may apply jointly (联合申报), posted as <c>with.role</c>; empty where one party applies alone.</summary>
    public IReadOnlyList<PartnerChoice> Partners { get; init; } = [];
}
