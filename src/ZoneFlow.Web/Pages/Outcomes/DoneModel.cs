using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Outcomes;

/// <summary>What was done, when, and what comes next.</summary>
/// <param name="What">The action, as decided.</param>
/// <param name="Next">What follows, a sentence each.</param>
/// <param name="Documents">Receipts of what was filed.</param>
public sealed record DoneModel(
    PageFrame Frame, CaseHead Case, Label What, string? By, DateTimeOffset At, IReadOnlyList<Label> Next, IReadOnlyList<DocumentLine> Documents,
    string? CaseHref) : PageModel(Frame)
{
    /// <summary>Where the proof of this act is had once a root covers it; null for whoever came by a link.</summary>
    public string? ProofHref { get; init; }
}
