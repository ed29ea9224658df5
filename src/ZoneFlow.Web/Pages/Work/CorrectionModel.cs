using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>Puts a wrong date or standing right. Posted: <c>what</c>, <c>date</c>, <c>slot</c>, <c>file</c>, <c>reason</c>, <c>code</c>, <c>nonce</c>, <c>signal</c>.</summary>
/// <param name="Choices">The dates (<c>mark.name</c>) and standings (<c>standing.name</c>) that can be corrected to.</param>
/// <param name="Slots">The kinds of document that it can rest on.</param>
public sealed record CorrectionModel(
    PageFrame Frame, string Action, PostTokens Tokens, CaseHead Case, IReadOnlyList<MarkLine> Marks, IReadOnlyList<Option> Choices, IReadOnlyList<Option> Slots,
    string What, string Date, string Slot, string Reason, string BackHref, Refusal? Refused) : PageModel(Frame);
