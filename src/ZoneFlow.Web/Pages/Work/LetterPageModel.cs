using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Papers;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A letter in its dossier: to read, to print, and for the office to number, keep and correct.</summary>
/// <param name="English">The English body beside it, for orientation only.</param>
/// <param name="Href">Its own address; the page to print and the text document lie under it.</param>
public sealed record LetterPageModel(
    PageFrame Frame, Paper Paper, Label Title, IReadOnlyList<string> English, DateOnly On, CaseHead Case, string Href) : PageModel(Frame)
{
    public KeptLetter? Kept { get; init; }

    /// <summary>The service that sealed it, or null.</summary>
    public string? SealedBy { get; init; }

    public string? Supersedes { get; init; }

    public string? SupersededBy { get; init; }

    public bool MayNumber { get; init; }

    public bool MaySeal { get; init; }

    /// <summary>Whether its format has a 文号.</summary>
    public bool HasNumber { get; init; } = true;

    public IReadOnlyList<LetterCorrection> Corrections { get; init; } = [];

    /// <summary>Whether it gives a reason that a correction may state anew.</summary>
    public bool SaysWhy { get; init; }

    public string TypedNumber { get; init; } = "";

    public PostTokens? Tokens { get; init; }

    public Refusal? Refused { get; init; }
}
