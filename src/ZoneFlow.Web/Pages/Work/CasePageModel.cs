using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Drawing;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A case's dossier (卷宗). A part that this reader may not see is null.</summary>
/// <param name="Lead">What is running or owed now, of whom, by when.</param>
/// <param name="Offers">The actions that this reader may take.</param>
/// <param name="FormHref">The application form; null where it has none or the reader may not see it.</param>
public sealed record CasePageModel(
    PageFrame Frame,
    CaseHead Case,
    IReadOnlyList<ProgressStep> Progress,
    IReadOnlyList<AskedLine> Lead,
    IReadOnlyList<OfferLine> Offers,
    string? FormHref,
    IReadOnlyList<DocumentLine>? Documents,
    FileForm? File,
    IReadOnlyList<EventLine>? Behind,
    IReadOnlyList<FutureLine> Ahead,
    IReadOnlyList<MarkLine> Marks,
    PlanLine? Plan,
    IReadOnlyList<ItemLine> Items,
    IReadOnlyList<SeatLine> Seats,
    IReadOnlyList<LetterLine> Letters,
    IReadOnlyList<ObjectionLine>? Objections,
    IReadOnlyList<ScoreLine>? Scores) : PageModel(Frame)
{
    /// <summary>The life line; null where there is nothing to draw.</summary>
    public LifeLine? Life { get; init; }

    /// <summary>The list for the meeting; null where the case has none or the reader may not see it.</summary>
    public string? MeetingListHref { get; init; }

    /// <summary>Where a wrong date or standing is put right; null for whoever may not.</summary>
    public string? CorrectHref { get; init; }

    /// <summary>The letters that this reader may draw up now.</summary>
    public IReadOnlyList<LetterOffer> LetterOffers { get; init; } = [];

    /// <summary>What the forms on the page are bound to; null for whoever is not signed in.</summary>
    public PostTokens? Tokens { get; init; }

    /// <summary>The code that looks the case up without signing in; null for whoever is not its own.</summary>
    public string? LookUpCode { get; init; }

    /// <summary>The rosters that its conditions are counted from; none for whoever may not see them.</summary>
    public IReadOnlyList<(Label Title, string Href)> Rosters { get; init; } = [];

    /// <summary>Everything is on one page: it was asked for by <c>all</c>. Otherwise of each part only as much as is read at a time.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The ledger of its plan; null where it has none or the reader may not see it.</summary>
    public string? PlanHref { get; init; }
}
