using ZoneFlow.Core.Policies;
using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>The application form. Fields are posted under their own names; <c>do</c> is <c>save</c> or <c>submit</c>.</summary>
/// <param name="Editable">False shows the answers only.</param>
/// <param name="SavedAt">When it was last saved.</param>
/// <param name="SubmitHref">The action page that submits it; null while it is not offered.</param>
public sealed record FormPageModel(
    PageFrame Frame, CaseHead Case, string Action, PostTokens Tokens, bool Editable, IReadOnlyList<FieldSection> Sections,
    IReadOnlyList<CriterionLine> Criteria, DateTimeOffset? SavedAt, bool JustSaved, string? SubmitHref, Refusal? Refused) : PageModel(Frame)
{
    /// <summary>Whether it can be printed in the policy's own layout.</summary>
    public bool Prints { get; init; }

    /// <summary>The rosters from which some answers are counted.</summary>
    public IReadOnlyList<(Label Title, string Href)> Rosters { get; init; } = [];

    /// <summary>Whether its sealed scan is taken now.</summary>
    public bool TakesScan { get; init; }

    public string TypedCode { get; init; } = "";
}
