using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>
/// One action, from the worklist or an emailed link. Posted: <c>file.slot</c>, <c>input.name</c>, <c>attest</c> (repeated),
/// <c>reason</c>, <c>code</c>, <c>check</c>, <c>nonce</c> and <c>signal</c>.
/// </summary>
/// <param name="Addressee">Whom the link was sent to, or who is signed in.</param>
/// <param name="Explanation">What the action leads to, in a sentence.</param>
/// <param name="Attest">Criteria to attest one by one, with what the machine found.</param>
/// <param name="Finding">The text's own discretionary word that taking this action finds to apply.</param>
/// <param name="Refused">Details name a field, a slot, a criterion, <c>reason</c>, <c>code</c> or <c>check</c>.</param>
public sealed record ActionPageModel(
    PageFrame Frame,
    string Action,
    PostTokens Tokens,
    string Addressee,
    CaseHead Case,
    Label Procedure,
    Label? Stage,
    SourcedDate? Due,
    Label Name,
    Label? Explanation,
    Source? Source,
    IReadOnlyList<SlotEntry> Documents,
    IReadOnlyList<FieldEntry> Inputs,
    IReadOnlyList<CriterionLine> Attest,
    IReadOnlySet<string> Attested,
    string? Finding,
    ReasonEntry Reason,
    bool NeedsCode,
    bool NeedsCheck,
    IReadOnlyList<DocumentLine> Filed,
    string? BackHref,
    Refusal? Refused) : PageModel(Frame);
