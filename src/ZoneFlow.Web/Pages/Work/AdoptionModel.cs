using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>
/// Takes over a zone that began before the system. Posted: <c>policy</c>, <c>title</c>, <c>region</c>, <c>standing</c>, <c>with.role</c>,
/// <c>date.mark</c>, <c>slot.mark</c> and <c>file.mark</c> for each date, <c>settled.duty</c>, <c>code</c>, <c>nonce</c>, <c>signal</c>.
/// </summary>
/// <param name="Policies">The policies under which the reader's office decides.</param>
/// <param name="Policy">The one chosen, by GET as <c>policy</c>; null until one is.</param>
public sealed record AdoptionModel(
    PageFrame Frame, PostTokens Tokens, IReadOnlyList<Option> Policies, Option? Policy, IReadOnlyList<Option> Regions, IReadOnlyList<Option> Standings,
    IReadOnlyList<PartnerChoice> Applicants, IReadOnlyList<AdoptedDateEntry> Dates, IReadOnlyList<Option> Slots, IReadOnlyList<SettledEntry> Duties,
    string Title, string Region, string Standing, Refusal? Refused) : PageModel(Frame);
