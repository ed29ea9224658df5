using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Drawing;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Exports;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Plans;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the pages of a plan's numbers: a unit sees what it owes, everybody else who may all of it.</summary>
public sealed class PlanPages(Frames frames, Parties parties, LookUps lookUps, Dossiers dossiers)
{
    private static readonly string[] Columns =
        ["任务", "指标", "单位", "口径", "目标", "期限", "目前", "须达到", "进度", "预测", "预测下限", "预测上限", "牵头单位", "责任单位", "方案版本"];

    public async Task<PlanPageModel> OfAsync(HttpContext http, AtWork at)
    {
        var (people, all) = (new People(parties, http.RequestAborted), RelationOf(at) != Relation.Unit);
        var book = await lookUps.BookAsync(at.State.Id, http.RequestAborted);
        var board = Scoreboard.Of(at.Pack, at.State, book, at.Today);
        var tasks = await TasksAsync(at, board, people, http.RequestAborted);
        return new PlanPageModel(
            await frames.OfAsync(http), at.Head() with { Href = at.MaySee(View.Progress) ? Views.CaseHref(at.State.Id) : null }, Views.CaseHref(at.State.Id), board.Version?.Number, Scoreboard.EndOf(at.Pack, at.State), Standings(tasks),
            tasks, all ? await VersionsAsync(at, book, people, http.RequestAborted) : [], all ? Draft(at, book, board.Version) : null,
            all ? Balances(at.Pack, book) : [], all ? Shares(at.Pack, book) : [], all ? await FundsAsync(at.Pack, book, people) : [],
            OwedReports.Of(at, book).Count > 0 ? $"{Views.CaseHref(at.State.Id)}/plan/values" : null, $"{Views.CaseHref(at.State.Id)}/plan/book", OfferLines.Of(at));
    }

    public async Task<BookPageModel> BookAsync(HttpContext http, AtWork at)
    {
        var board = Scoreboard.Of(at.Pack, at.State, await lookUps.BookAsync(at.State.Id, http.RequestAborted), at.Today);
        return new BookPageModel(
            await frames.OfAsync(http), at.Head(), $"{Views.CaseHref(at.State.Id)}/plan", board.Version?.Number, board.Version?.Since, at.Today,
            await TasksAsync(at, board, new People(parties, http.RequestAborted), http.RequestAborted));
    }

    /// <summary>The same scoreboard as a table to take away.</summary>
    public async Task<Table> TableAsync(AtWork at, CancellationToken cancellationToken)
    {
        var board = Scoreboard.Of(at.Pack, at.State, await lookUps.BookAsync(at.State.Id, cancellationToken), at.Today);
        var seen = Items(at).ToHashSet();
        return new Table("方案指标", Columns,
            [
                .. board.Lines.Where(l => seen.Contains(l.Item)).Select(l => (IReadOnlyList<object?>)
                [
                    at.Pack.Item(l.Item)?.Label.Zh ?? "", l.Rule.Label.Zh, l.Rule.Unit ?? "", PlanTable.Word(l.Rule.Basis), PlanWords.Target(l.Rule), l.Due,
                    Plain(l.Now.Value), Plain(l.Now.Needed), PlanWords.Standing(l.StandingOn(at.Today)).Zh, Plain(l.Forecast?.Value), Plain(l.Forecast?.Low),
                    Plain(l.Forecast?.High), Units(at, l.Item, RoleKind.Lead), Units(at, l.Item, RoleKind.Responsible), $"{board.Version!.Number}",
                ]),
            ]);
    }

    /// <summary>The same for programs.</summary>
    public async Task<IReadOnlyList<Api.ApiIndicator>> IndicatorsAsync(AtWork at, CancellationToken cancellationToken)
    {
        var board = Scoreboard.Of(at.Pack, at.State, await lookUps.BookAsync(at.State.Id, cancellationToken), at.Today);
        var seen = Items(at).ToHashSet();
        return
        [
            .. board.Lines.Where(l => seen.Contains(l.Item)).Select(l => new Api.ApiIndicator(
                l.Item.Length == 0 ? null : l.Item, l.Rule.Name, Api.ApiCases.Text(l.Rule.Label), l.Rule.Unit, board.Version!.Number, l.Due?.Iso, l.Now.Needed, l.Now.Value,
                System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{l.StandingOn(at.Today)}"), l.Forecast?.Value, l.Forecast?.Low, l.Forecast?.High)),
        ];
    }

    private static string Plain(decimal? value) => value is { } number ? Math.Round(number, 4).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) : "";

    private static Relation RelationOf(AtWork at) => May.RelationOf(at.Pack, at.State, at.Actor);

    // The plan's own indicators belong to no task: whoever may see the whole plan sees them.
    private static IEnumerable<string> Items(AtWork at) => at.Pack.Cases[at.State.Kind].PackItems is null
        ? [""]
        : (RelationOf(at) == Relation.Unit ? May.ItemsOf(at.Pack, at.State, at.Actor) : at.State.Items).Select(i => i.Key).Append("");

    private static IReadOnlyList<CountLine> Standings(IReadOnlyList<TaskView> tasks) =>
    [
        .. tasks.SelectMany(t => t.Scores).GroupBy(s => s.Standing).OrderBy(g => g.Key).Select(g => new CountLine(PlanWords.Standing(g.Key), g.Count(), PlanWords.Tone(g.Key))),
    ];

    private async Task<IReadOnlyList<TaskView>> TasksAsync(AtWork at, Scoreboard board, People people, CancellationToken cancellationToken)
    {
        var documents = await dossiers.DocumentsAsync(at.State.Id, cancellationToken);
        var deletions = await dossiers.DeletedAsync(at.State.Id, cancellationToken);
        var (tasks, rule) = (new List<TaskView>(), at.Pack.Cases[at.State.Kind]);
        foreach (var key in Items(at))
        {
            var (item, task) = (at.State.Item(key), at.Pack.Item(key));
            var scores = new List<ScoreView>();
            foreach (var line in board.Lines.Where(l => l.Item == key))
            {
                scores.Add(await ScoreAsync(at, line, $"s{tasks.Count}-{scores.Count}", documents, deletions, people));
            }

            if (item is not null || scores.Count > 0)
            {
                tasks.Add(new TaskView(
                    task?.Label, item is not null && rule.ItemStates.TryGetValue(item.State, out var state) ? state : null, Units(at, key, RoleKind.Lead),
                    Units(at, key, RoleKind.Responsible), [.. (task?.Instruments ?? []).Select(i => (i.Label, item?.Issued.Contains(i.Name) == true))], scores));
            }
        }

        return tasks;
    }

    private static string Units(AtWork at, string item, RoleKind kind) => string.Join('、', Duty.Units(at.Pack, at.State, item, kind).Select(u => at.Pack.Units[u].Label.Zh));

    private static async Task<ScoreView> ScoreAsync(
        AtWork at, IndicatorScore line, string id, IReadOnlyList<(Runtime.Projection.DocumentRow Row, string Name)> documents,
        IReadOnlyDictionary<ContentHash, DocumentDeletion> deletions, People people)
    {
        var (rule, standing) = (line.Rule, line.StandingOn(at.Today));
        var unit = rule.Grows ? "" : rule.Unit;
        var values = new List<ValueView>();
        foreach (var value in line.Values.Reverse())
        {
            values.Add(new ValueView(
                value.Value.AsOf, value.Value.Period, value.Words ?? PlanWords.Number(value.Value.Number, value.Value.Period == MeasuredValue.Baseline ? "" : unit),
                value.EnteredBy is { } by ? await people.NameAsync(by) : "", value.EnteredAt, value.ConfirmedBy is { } confirmer ? await people.NameAsync(confirmer) : null,
                value.ConfirmedAt, value.Plan, value.Late,
                at.MaySee(View.Documents)
                    ? [.. documents.Where(d => d.Row.Procedure == value.Procedure).Select(d => Views.Document(at.Pack, at.State.Id, d.Row, d.Name, null, true, deletions.GetValueOrDefault(d.Row.Document.Content)))]
                    : []));
        }

        var points = line.Values.Where(v => v.Value is { Number: not null } && v.Value.Period != MeasuredValue.Baseline)
            .Select(v => (v.Value.AsOf, v.Value.Number!.Value, v.Value.Verified)).ToList();
        var ahead = line is { Forecast: { } forecast, Due: { } due } && !rule.Grows && rule.Basis != IndicatorBasis.Flow && (points.Count == 0 || due > points[^1].AsOf)
            ? (due, forecast.Value, forecast.Low, forecast.High)
            : ((DateOnly, decimal, decimal?, decimal?)?)null;
        return new ScoreView(
            id, rule.Label, PlanWords.Target(rule), line.Now.Value is { } now ? PlanWords.Number(now, unit) : line.Latest?.Words ?? Unmeasured(line), PlanWords.Needed(rule, line.Now),
            PlanWords.Forecast(line.Forecast, unit), line.Due, standing, PlanWords.Standing(standing), PlanWords.Tone(standing), line.Latest?.Late == true,
            string.Join('、', rule.Targets.Select(t => t.Source.Article ?? t.Source.Default).Append(rule.Targets.IsEmpty ? rule.Source.Article : null).OfType<string>().Distinct()),
            "", new ValueChart(points, rule.Grows || rule.Basis == IndicatorBasis.Flow ? null : rule.Target?.Bound, ahead), values);
    }

    private static string Unmeasured(IndicatorScore line) => line.Now.State switch
    {
        AchievementState.BaselineMissing => "基数待确认，无从计算",
        _ when line.Latest is { Value.Verified: false } => "已填报，待确认",
        _ => "尚无经确认的数值",
    };

    private async Task<IReadOnlyList<VersionView>> VersionsAsync(AtWork at, PlanBook book, People people, CancellationToken cancellationToken)
    {
        var documents = await dossiers.DocumentsAsync(at.State.Id, cancellationToken);
        var deletions = await dossiers.DeletedAsync(at.State.Id, cancellationToken);
        IReadOnlyList<PlanVersion> versions = at.Pack.Cases[at.State.Kind].PackItems is null
            ? book.Versions
            : [PlanVersion.OfPack(at.Pack, at.State.StandingSince), .. book.Versions];
        var views = new List<VersionView>();
        foreach (var (version, i) in versions.Select((v, i) => (v, i)))
        {
            var row = documents.FirstOrDefault(d => version.Document is { } paper && d.Row.Document.Slot == paper.Slot && d.Row.Document.Version == paper.Version);
            var by = row.Row?.By is { } party ? await people.NameAsync(party) : null;
            views.Add(new VersionView(
                version.Number, version.Since, row.Row is { } filed ? Views.Document(at.Pack, at.State.Id, filed, row.Name, by, at.MaySee(View.Documents), deletions.GetValueOrDefault(filed.Document.Content)) : null,
                i == 0 ? [.. version.Lines.Select(l => new VersionChange(Title(at.Pack, l), null, PlanWords.Line(l)))] : Changes(at.Pack, versions[i - 1].Lines, version.Lines), i == 0));
        }

        views.Reverse();
        return views;
    }

    private static IReadOnlyList<VersionChange>? Draft(AtWork at, PlanBook book, PlanVersion? version) =>
        at.State.Procedures.Select(p => p.Id).LastOrDefault(book.Drafts.ContainsKey) is { } open ? Changes(at.Pack, version?.Lines ?? [], book.Drafts[open]) : null;

    private static IReadOnlyList<VersionChange> Changes(Pack pack, IEnumerable<PlanClause> was, IEnumerable<PlanClause> now) =>
    [
        .. PlanDifference.Between(was, now).Select(d => new VersionChange(
            Title(pack, d.Now ?? d.Was!), d.Was is null ? null : PlanWords.Line(d.Was), d.Now is null ? null : PlanWords.Line(d.Now))),
    ];

    private static string Title(Pack pack, PlanClause line) => line.Item.Length == 0 ? line.Title : $"{pack.Item(line.Item)?.Label.Zh ?? line.Item}：{line.Title}";

    private static IReadOnlyList<(string, string)> Balances(Pack pack, PlanBook book) =>
    [
        .. book.Funds.SelectMany(f => f.Amounts.Keys).Distinct().Where(n => pack.Funds.All(f => f.Share != n))
            .Select(n => (PlanWords.Amount(pack, n), $"{PlanWords.Number(book.Balance(n))}元")),
    ];

    private static IReadOnlyList<ShareView> Shares(Pack pack, PlanBook book)
    {
        var sums = book.Sums();
        return
        [
            .. sums.Where(s => s.As != Step.RecordFunds.Recovery).Select(s => (s.Year, s.As)).Distinct().SelectMany(y => pack.Funds.Select(rule =>
            {
                decimal Sum(string field) => sums.Where(s => s.As == y.As && s.Year == y.Year && s.Field == field).Sum(s => s.Amount);
                var (part, whole) = (Sum(rule.Share), Sum(rule.Of));
                return new ShareView(
                    rule.Label, y.Year, PlanWords.Kind(y.As), FundShare.Percent(part, whole), FundShare.Percent(rule.AtLeast, 1), rule.IsMet(part, whole));
            })),
        ];
    }

    private static async Task<IReadOnlyList<FundView>> FundsAsync(Pack pack, PlanBook book, People people)
    {
        var views = new List<FundView>();
        foreach (var fund in book.Funds.Reverse())
        {
            var sign = fund.Reverses is null ? "" : "−";
            views.Add(new FundView(
                fund, PlanWords.Kind(fund.As), string.Join("，", fund.Amounts.Select(a => $"{PlanWords.Amount(pack, a.Key)}{sign}{PlanWords.Number(a.Value)}")),
                fund.By is { } by ? await people.NameAsync(by) : ""));
        }

        return views;
    }
}
