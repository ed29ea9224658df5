using System.Globalization;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Exports;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Plans;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>How all plans of a policy stand, and how they compare on an indicator that they share. Each case is one row of the read model.</summary>
public sealed class PortfolioPages(Frames frames, Office office, ICaseStore store, ScoreCache cache, TimeProvider time)
{
    private const int Page = 50;
    private const int MostCompared = 200;
    private const int Read = 500;

    public async Task<PortfolioPageModel> OfAsync(HttpContext http, Caller caller, string? policy, string? indicator, string? after)
    {
        var packs = await office.PacksAsync(http.RequestAborted);
        var pack = packs.FirstOrDefault(p => p.Id == policy) ?? await FirstAsync(packs, http.RequestAborted);
        var today = CivilDate.Of(time.GetUtcNow());
        var rows = pack is null ? [] : await RowsAsync(pack, caller.Actor, http.RequestAborted);
        var shown = rows.SkipWhile(r => after is not null && string.CompareOrdinal(r.Row.Case.Value, after) <= 0).Take(Page).ToList();
        return new PortfolioPageModel(
            await frames.OfAsync(http), [.. packs.Select(p => new Option(p.Id, p.Title))], pack?.Id, Shared(rows), indicator, Standings(rows, today), rows.Count,
            [.. shown.Select(r => Line(r, today))], indicator is { Length: > 0 } ? Compared(rows, indicator, today) : [],
            shown.Count == Page && shown[^1] != rows[^1] ? $"{SitePaths.Portfolio}?policy={Uri.EscapeDataString(pack!.Id)}&after={Uri.EscapeDataString(shown[^1].Row.Case.Value)}" : null,
            pack is null ? null : $"{SitePaths.Portfolio}.xlsx?policy={Uri.EscapeDataString(pack.Id)}");
    }

    /// <summary>Every indicator of every case, one a row.</summary>
    public async Task<Table> TableAsync(Caller caller, string? policy, CancellationToken cancellationToken)
    {
        var packs = await office.PacksAsync(cancellationToken);
        var pack = packs.FirstOrDefault(p => p.Id == policy) ?? await FirstAsync(packs, cancellationToken);
        var today = CivilDate.Of(time.GetUtcNow());
        var rows = pack is null ? [] : await RowsAsync(pack, caller.Actor, cancellationToken);
        return new Table("方案总览", ["编号", "名称", "地区", "版本", "任务", "指标", "单位", "期限", "目前", "须达到", "进度", "预测"],
            [
                .. rows.Select(r => r.Row).SelectMany(r => r.Lines.Select(l => (IReadOnlyList<object?>)
                [
                    r.Number, r.Title, r.Region, r.Version.ToString(CultureInfo.InvariantCulture), pack!.Item(l.Item)?.Label.Zh ?? "", l.Title.Zh, l.Unit, l.Due,
                    PlanWords.Number(l.Value), PlanWords.Number(l.Needed), PlanWords.Standing(l.StandingOn(today)).Zh, PlanWords.Number(l.Forecast),
                ])),
            ]);
    }

    private async Task<Pack?> FirstAsync(IReadOnlyList<Pack> packs, CancellationToken cancellationToken)
    {
        foreach (var pack in packs)
        {
            if ((await store.IndexAsync(Indexes.Scores, pack.Id, null, 1, cancellationToken)).Count > 0)
            {
                return pack;
            }
        }

        return packs.Count > 0 ? packs[0] : null;
    }

    // Who may see a case's plan in a list is who may see it by itself: an endorser's region, an applicant's own, the deciding office's all.
    private async Task<IReadOnlyList<ScoredCase>> RowsAsync(Pack pack, Actor actor, CancellationToken cancellationToken)
    {
        var kinds = actor.Roles.Where(r => pack.Roles.ContainsKey(r.Role)).Select(r => (pack.Roles[r.Role].Kind, r.Region)).ToList();
        if (kinds.Count == 0)
        {
            return [];
        }

        var (all, own) = (kinds.Any(k => k.Kind == RoleKind.Authority), new HashSet<CaseId>());
        if (!all && actor.Party is { } party)
        {
            own = [.. (await store.IndexAsync(Indexes.Own, party.Value, null, Read, cancellationToken)).Select(r => r.Case)];
        }

        var regions = kinds.Where(k => k.Kind == RoleKind.Endorser).Select(k => k.Region).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var found = new List<ScoredCase>();
        string? after = null;
        while (await store.IndexAsync(Indexes.Scores, pack.Id, after, Read, cancellationToken) is { Count: > 0 } rows)
        {
            found.AddRange(rows.Select(cache.Of)
                .Where(r => all || own.Contains(r.Row.Case) || (r.Row.Region is { } region && regions.Contains(region))));
            after = rows[^1].Sort;
        }

        return found;
    }

    private static IReadOnlyList<CountLine> Standings(IReadOnlyList<ScoredCase> rows, DateOnly today)
    {
        var counts = new int[Enum.GetValues<ScoreStanding>().Length];
        foreach (var standing in rows.SelectMany(r => r.StandingsOn(today)))
        {
            counts[(int)standing]++;
        }

        return [.. Enum.GetValues<ScoreStanding>().Where(s => counts[(int)s] > 0).Select(s => new CountLine(PlanWords.Standing(s), counts[(int)s], PlanWords.Tone(s)))];
    }

    private static IReadOnlyList<Option> Shared(IReadOnlyList<ScoredCase> rows)
    {
        var plans = new Dictionary<string, int>(StringComparer.Ordinal);
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            own.Clear();
            foreach (var key in row.Keys.Where(own.Add))
            {
                plans[key] = plans.GetValueOrDefault(key) + 1;
            }
        }

        return
        [
            .. plans.Where(p => p.Value > 1 || rows.Count == 1).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Take(MostCompared)
                .Select(p => new Option(p.Key, new Label($"{p.Key}（{p.Value}个方案）"))),
        ];
    }

    private static IReadOnlyList<ComparedLine> Compared(IReadOnlyList<ScoredCase> rows, string indicator, DateOnly today) =>
    [
        .. rows.SelectMany(r => r.Keys.Select((k, i) => (Key: k, Row: r, Line: r.Row.Lines[i])).Where(l => l.Key == indicator))
            .Select(c => (c.Row.Row, c.Line, Share: c.Line is { Value: { } value, Needed: > 0 and { } needed } ? value / needed : (decimal?)null))
            .OrderByDescending(c => c.Share ?? -1).ThenBy(c => c.Row.Number, StringComparer.Ordinal).Take(MostCompared)
            .Select(c => new ComparedLine(
                Href(c.Row), c.Row.Title, PlanWords.Number(c.Line.Value), PlanWords.Number(c.Line.Needed), c.Share, PlanWords.Standing(c.Line.StandingOn(today)),
                PlanWords.Tone(c.Line.StandingOn(today)))),
    ];

    private static PortfolioLine Line(ScoredCase scored, DateOnly today)
    {
        var (row, standings) = (scored.Row, scored.StandingsOn(today));
        int Count(params ScoreStanding[] which) => standings.Count(which.Contains);
        var late = Count(ScoreStanding.OffCourse, ScoreStanding.Missed);
        return new(
            Href(row), row.Number, row.Title, row.Region, row.Version, Count(ScoreStanding.Met), Count(ScoreStanding.OnCourse), Count(ScoreStanding.AtRisk), late,
            Count(ScoreStanding.Pending, ScoreStanding.BaselineMissing), late > 0 ? Tone.Bad : Tone.Plain);
    }

    private static string Href(ScoreRowOfCase row) => $"{Views.CaseHref(row.Case)}/plan";
}
