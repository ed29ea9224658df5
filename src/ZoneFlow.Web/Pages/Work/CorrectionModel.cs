using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>Puts a wrong date, standing or ban right. Posted: <c>what</c>, <c>date</c>, <c>subject</c>, <c>first</c>, <c>last</c>, <c>lift</c>, <c>slot</c>, <c>file</c>, <c>reason</c>, <c>code</c>, <c>nonce</c>, <c>signal</c>.</summary>
/// <param name="Choices">The dates (<c>mark.name</c>), standings (<c>standing.name</c>) and bans (<c>ban.1</c>) that can be corrected to.</param>
/// <param name="Slots">The kinds of document that it can rest on.</param>
public sealed record CorrectionModel(
    PageFrame Frame, string Action, PostTokens Tokens, CaseHead Case, IReadOnlyList<MarkLine> Marks, IReadOnlyList<Option> Choices, IReadOnlyList<Option> Slots,
    string What, string Date, string Slot, string Reason, string BackHref, Refusal? Refused) : PageModel(Frame)
{
    public IReadOnlyList<BanLine> Bans { get; init; } = [];

    /// <summary>Whom a ban should name, as typed; nothing leaves it as it is, and so with its days.</summary>
    public string Subject { get; init; } = "";

    public string First { get; init; } = "";

    public string Last { get; init; } = "";

    /// <summary>The ban was recorded wrongly and binds nobody.</summary>
    public bool Lift { get; init; }
}
