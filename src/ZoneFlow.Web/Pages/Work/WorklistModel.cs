using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>What waits for the person (待办), and the cases that are theirs to see.</summary>
/// <param name="Start">Null where the person may not apply.</param>
/// <param name="OpenRound">Null where the person may not open one.</param>
public sealed record WorklistModel(
    PageFrame Frame, DateOnly Today, IReadOnlyList<TaskLine> Tasks, IReadOnlyList<CaseLine> Cases, StartCaseForm? Start, StartCaseForm? OpenRound) : PageModel(Frame)
{
    /// <summary>How many tasks wait in all, this page's among them.</summary>
    public int TaskCount { get; init; } = Tasks.Count;

    /// <summary>Where the tasks go on, or null where they do not.</summary>
    public string? MoreTasks { get; init; }

    public string? MoreCases { get; init; }
}
