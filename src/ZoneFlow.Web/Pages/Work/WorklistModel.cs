using ZoneFlow.Web.Drawing;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>What waits for the person (待办), and the cases that are theirs to see.</summary>
/// <param name="Search">What was searched for, by GET as <c>q</c>.</param>
/// <param name="Due">Which tasks are shown, by GET as <c>due</c>.</param>
/// <param name="Start">Null where the person may not apply.</param>
/// <param name="OpenRound">Null where the person may not open one.</param>
public sealed record WorklistModel(
    PageFrame Frame, DateOnly Today, string Search, DueFilter Due, TaskCounts Counts, IReadOnlyList<TaskLine> Tasks, IReadOnlyList<CaseLine> Cases,
    StartCaseForm? Start, StartCaseForm? OpenRound) : PageModel(Frame)
{
    /// <summary>Tasks of the reader's roles that were handed over to somebody else.</summary>
    public IReadOnlyList<TaskLine> WithOthers { get; init; } = [];

    /// <summary>Where an existing zone is taken over; null for whoever may not.</summary>
    public string? AdoptHref { get; init; }

    /// <summary>Where several files are checked at once; null where nothing of the reader's can be.</summary>
    public string? CheckHref { get; init; }

    /// <summary>Null where the person may not open a plan.</summary>
    public StartCaseForm? OpenPlan { get; init; }

    /// <summary>What falls due in the next two weeks; null where nothing does.</summary>
    public DayStrip? Days { get; init; }

    /// <summary>How the installation does, for whoever runs it.</summary>
    public IReadOnlyList<HealthLine> Checks { get; init; } = [];

    /// <summary>Where the tasks go on, or null where they do not.</summary>
    public string? MoreTasks { get; init; }

    public string? MoreCases { get; init; }
}
