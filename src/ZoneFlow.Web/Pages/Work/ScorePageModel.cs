using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>An expert's score sheet. Posted: <c>score.subject.criterion</c> or <c>score.subject</c>, <c>opinion.subject</c>.</summary>
public sealed record ScorePageModel(
    PageFrame Frame, string Action, PostTokens Tokens, string Addressee, CaseHead Case, Label Stage, SourcedDate? Due, decimal Lowest, decimal Highest,
    IReadOnlyList<ScoreSubject> Subjects, IReadOnlyList<DocumentLine> Documents, string? FormHref, string RecuseHref, Refusal? Refused) : PageModel(Frame);
