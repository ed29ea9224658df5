using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>
/// A page of the parties, and a form to add one. By GET: <c>q</c> and <c>after</c>. Posted: <c>name</c>, <c>code</c>,
/// <c>role</c>, <c>region</c>, <c>person</c>, <c>email</c>.
/// </summary>
public sealed record PartiesModel(PageFrame Frame, IReadOnlyList<PartyLine> Parties, AddPartyForm Add) : PageModel(Frame)
{
    public string Search { get; init; } = "";

    public bool IsFirst { get; init; } = true;

    /// <summary>Where the list goes on, or null.</summary>
    public string? More { get; init; }
}
