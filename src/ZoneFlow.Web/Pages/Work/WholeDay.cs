using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A page of all that falls due on one day.</summary>
/// <param name="More">Where it goes on, or null.</param>
public sealed record WholeDay(DateOnly Day, IReadOnlyList<DatedTask> Tasks, int TaskCount, IReadOnlyList<DatedTask> Cases, int CaseCount, string? More);
