using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>The actions of one task, none chosen: the first page behind an emailed link.</summary>
public sealed record ActionListModel(
    PageFrame Frame, string Addressee, CaseHead Case, Label Procedure, Label Stage, SourcedDate? Due, IReadOnlyList<OfferLine> Actions,
    IReadOnlyList<DocumentLine> Filed, string? FormHref) : PageModel(Frame);
