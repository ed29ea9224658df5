using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>The parties, and a form to add one. Posted: <c>name</c>, <c>code</c>, <c>role</c>, <c>region</c>, <c>person</c>, <c>email</c>.</summary>
public sealed record PartiesModel(PageFrame Frame, IReadOnlyList<PartyLine> Parties, AddPartyForm Add) : PageModel(Frame);
