using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Web.Showing;

/// <summary>The last days that concern somebody, for a calendar to show.</summary>
public sealed class DatedWork(Registers registers, FollowedCases followed, TimeProvider time)
{
    /// <param name="whole">With the next last day of every case the actor follows, not only of what waits for the actor.</param>
    public async Task<IReadOnlyList<DatedTask>> OfAsync(Actor actor, IReadOnlyList<Pack> packs, bool whole, CancellationToken cancellationToken)
    {
        var today = CivilDate.Of(time.GetUtcNow());
        var own = (await registers.TasksAsync(actor, cancellationToken)).Where(t => t.Last is not null).Select(t => Of(t, today)).DistinctBy(d => d.Key).ToList();
        return whole
            ? [.. Together(own, (await followed.DatedAsync(actor, packs, DueSpan.Any, 0, int.MaxValue, cancellationToken)).Select(c => Of(c, today))).OrderBy(d => d.Day)]
            : own;
    }

    /// <summary>A task that waits for the reader.</summary>
    public static DatedTask Of(TaskRow task, DateOnly today) => new(
        $"{task.Case}|{task.Procedure}|{task.Visit}", task.Last!.Value, task.StageLabel, TitleOf(task), Detail(task.Number, task.Region, task.Source), Views.CaseHref(task.Case), true,
        task.Missed || today > task.Last, task.Provisional);

    /// <summary>The next last day of a case that the reader follows.</summary>
    public static DatedTask Of(CaseSummary summary, DateOnly today) => new(
        $"{summary.Id}|next", summary.NextLast!.Value, summary.Stages.Length > 0 ? summary.Stages[0] : new Label("期限", "Due"), summary.Title,
        Detail(summary.Number, summary.Region, null), Views.CaseHref(summary.Id), false, today > summary.NextLast, false);

    /// <summary>The reader's own, and what is followed besides: a day of a case that the reader has to act on stands once.</summary>
    public static IEnumerable<DatedTask> Together(IReadOnlyCollection<DatedTask> own, IEnumerable<DatedTask> followed)
    {
        var hasOwn = own.Select(d => (d.Href, d.Day)).ToHashSet();
        return own.Concat(followed.Where(d => !hasOwn.Contains((d.Href, d.Day))));
    }

    // A plan has many tasks of one kind at a time.
    private static string TitleOf(TaskRow task) => task.Kind == CaseKinds.Plan ? $"{task.Title}，{task.ProcedureLabel.Zh}" : task.Title;

    private static string Detail(string number, string? region, Source? source) => string.Join(
        "　", new[] { number, region, source is null ? null : (source.Effect == LegalEffect.Statutory ? "法定" : "服务规范") + " " + source.Article }.Where(t => !string.IsNullOrWhiteSpace(t)));
}
