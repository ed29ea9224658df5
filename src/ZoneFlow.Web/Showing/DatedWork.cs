using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Web.Showing;

/// <summary>The last days that concern somebody, for a calendar to show.</summary>
public sealed class DatedWork(Registers registers, TimeProvider time)
{
    /// <param name="whole">With the next last day of every case the actor follows, not only of what waits for the actor.</param>
    public async Task<IReadOnlyList<DatedTask>> OfAsync(Actor actor, IReadOnlyList<Pack> packs, bool whole, CancellationToken cancellationToken)
    {
        var today = CivilDate.Of(time.GetUtcNow());
        var own = (await registers.TasksAsync(actor, cancellationToken)).Where(t => t.Last is not null).Select(t => new DatedTask(
            $"{t.Case}|{t.Procedure}|{t.Visit}", t.Last!.Value, t.StageLabel, t.Title, Detail(t.Number, t.Region, t.Source), Views.CaseHref(t.Case), true,
            t.Missed || today > t.Last, t.Provisional)).DistinctBy(d => d.Key).ToList();
        if (!whole)
        {
            return own;
        }

        var hasOwn = own.Select(d => (d.Href, d.Day)).ToHashSet();
        var followed = (await registers.FollowedAsync(actor, packs, cancellationToken)).Where(c => c.NextLast is not null && !c.Final).Select(c => new DatedTask(
            $"{c.Id}|next", c.NextLast!.Value, c.Stages.Length > 0 ? c.Stages[0] : new Label("期限", "Due"), c.Title, Detail(c.Number, c.Region, null),
            Views.CaseHref(c.Id), false, today > c.NextLast, false));
        return [.. own.Concat(followed.Where(d => !hasOwn.Contains((d.Href, d.Day)))).OrderBy(d => d.Day)];
    }

    private static string Detail(string number, string? region, Source? source) => string.Join(
        "　", new[] { number, region, source is null ? null : (source.Effect == LegalEffect.Statutory ? "法定" : "服务规范") + " " + source.Article }.Where(t => !string.IsNullOrWhiteSpace(t)));
}
