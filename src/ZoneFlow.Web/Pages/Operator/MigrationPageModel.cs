using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Moving running cases to another revision of their policy.</summary>
/// <param name="Revisions">The revisions published here that are in use for new cases.</param>
/// <param name="Changes">What the new revision says otherwise; empty until it is asked.</param>
/// <param name="Lines">What would happen to each case, or did; null until it is asked.</param>
/// <param name="Confirm">The names and values of the form that does it; null where it has been done or nothing can move.</param>
public sealed record MigrationPageModel(
    PageFrame Frame, IReadOnlyList<Option> Revisions, string To, string Number, string Map, PostTokens Tokens, Refusal? Refused, IReadOnlyList<Label> Changes,
    IReadOnlyList<MigrationLine>? Lines, PostTokens? Confirm) : PageModel(Frame);
