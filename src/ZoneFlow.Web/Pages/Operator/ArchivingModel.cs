using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>An ended case and when its time is over.</summary>
/// <param name="Holds">Why it is not archived although its time is over.</param>
public sealed record EndedLine(
    string Number, string Title, Label Standing, DateOnly Ended, DateOnly LastActed, string For, Source Source, DateOnly Last, IReadOnlyList<Label> Holds);

/// <summary>A case that was archived.</summary>
/// <param name="IsDone">What the archive holds was deleted here; otherwise that was cut short.</param>
public sealed record ArchivedLine(string Number, string Title, string Kept, string File, string Sha256, DateTimeOffset At, bool IsDone);

/// <summary>What is due to be archived by the policies' terms, what is held, what will be due, and what is archived.</summary>
public sealed record ArchivingModel(
    PageFrame Frame, IReadOnlyList<EndedLine> Due, IReadOnlyList<EndedLine> Held, IReadOnlyList<EndedLine> Later, int MoreLater, IReadOnlyList<ArchivedLine> Archived) : PageModel(Frame);
