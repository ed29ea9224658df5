using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Exports;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>
/// Builds the list of a round's zones for the meeting. A call's zones are scored and ranked in the round; a sitting's come with
/// the scores of their own panels, and the round ranks nothing.
/// </summary>
public sealed class MeetingLists(Frames frames, Cases cases, Parties parties, ConfidentialLines confidential)
{
    private static readonly string[] Columns = ["名次", "编号", "集聚区", "地区", "申报单位", "得分", "专家评分", "状态"];

    public static string HrefOf(CaseId round) => $"{Views.CaseHref(round)}/meeting-list";

    /// <summary>Whether a case has such a list.</summary>
    public static bool Has(Pack pack, CaseState state) => pack.Cases[state.Kind].ItemsOf is { } kind && pack.Cases.ContainsKey(kind);

    public async Task<MeetingListModel> OfAsync(HttpContext http, AtWork at)
    {
        var lines = await LinesAsync(at, http.RequestAborted);
        var panel = Panel(at.Pack, CaseKinds.Round);
        return new MeetingListModel(
            await frames.OfAsync(http), at.Head(), lines, at.State.Items.Any(i => i.Place is not null), Quota(at), panel?.TiesToMeeting == true,
            panel is null ? null : Weights(panel), at.Today, HrefOf(at.State.Id), Views.CaseHref(at.State.Id));
    }

    public async Task<Table> TableAsync(AtWork at, CancellationToken cancellationToken) => new("审议名单", Columns,
        [
            .. (await LinesAsync(at, cancellationToken)).Select(l => new object?[]
            {
                l.Place is { } place ? $"{place}{(l.Tied ? "（并列）" : "")}" : null, l.Number, l.Title, l.Region, l.Applicants, l.Score?.ToString("0.00", null),
                string.Join("；", l.Sheets.Select(s => $"{s.Expert} {s.Score:0.##}")), l.State.Zh,
            }),
        ]);

    private async Task<IReadOnlyList<MeetingLine>> LinesAsync(AtWork at, CancellationToken cancellationToken)
    {
        var people = new People(parties, cancellationToken);
        var own = await confidential.ScoreRowsAsync(at.State.Id, cancellationToken);
        var (round, zone) = (Panel(at.Pack, CaseKinds.Round), Panel(at.Pack, CaseKinds.Zone));
        var found = new List<(Item Item, MeetingLine Line)>();
        foreach (var item in at.State.Items)
        {
            if (await cases.FindAsync(new CaseId(item.Key), cancellationToken) is not var (state, _))
            {
                continue;
            }

            var rows = round is null ? await confidential.ScoreRowsAsync(state.Id, cancellationToken) : [.. own.Where(r => r.Subject == item.Key)];
            found.Add((item, await LineAsync(at, item, state, rows, round ?? zone, people)));
        }

        return round is null ? [.. found.Select(f => f.Line)] : Placed(found);
    }

    private static async Task<MeetingLine> LineAsync(AtWork at, Item item, CaseState state, IReadOnlyList<ScoreRow> rows, PanelRule? panel, People people)
    {
        var sheets = new List<(string Expert, decimal Score)>();
        foreach (var row in rows)
        {
            sheets.Add((await people.NameAsync(row.Expert), panel is null ? row.Scores.Values.Average() : Weighted(panel, row)));
        }

        var applicants = new List<string>();
        foreach (var party in state.ApplicantParties)
        {
            applicants.Add(await people.NameAsync(party));
        }

        return new MeetingLine(
            item.Place, false, state.Number, item.Title, state.Region, string.Join('、', applicants),
            item.Score ?? (sheets.Count == 0 ? null : decimal.Round(sheets.Average(s => s.Score), 2, MidpointRounding.AwayFromZero)), sheets,
            at.Pack.Cases[at.State.Kind].ItemStates.TryGetValue(item.State, out var label) ? label : new Label(item.State), Views.CaseHref(state.Id));
    }

    // In the order recorded; before there is one, by the scores given so far.
    private static IReadOnlyList<MeetingLine> Placed(List<(Item Item, MeetingLine Line)> found)
    {
        var lines = found.Select(f => f.Line).ToList();
        if (lines.All(l => l.Place is null))
        {
            lines = [.. lines.Select(l => l with { Place = l.Score is { } score ? lines.Count(other => other.Score > score) + 1 : null })];
        }

        return
        [
            .. lines.Select(l => l with { Tied = l.Place is not null && lines.Count(other => other.Place == l.Place) > 1 })
                .OrderBy(l => l.Place ?? int.MaxValue).ThenBy(l => l.Number, StringComparer.Ordinal),
        ];
    }

    private static PanelRule? Panel(Pack pack, string kind) => pack.Procedures.Where(p => p.Case == kind).SelectMany(p => p.Stages).OfType<StageRule.Panel>()
        .Select(p => p.Rule).FirstOrDefault(r => kind != CaseKinds.Round || r.OverItems is not null);

    private static decimal Weighted(PanelRule panel, ScoreRow row) => panel.Weights.IsEmpty
        ? row.Scores.Values.Average()
        : panel.Weights.Sum(w => w.Value * row.Scores.GetValueOrDefault(w.Key)) / panel.Weights.Values.Sum();

    private static Label? Weights(PanelRule panel) => panel.Weights.IsEmpty
        ? null
        : new Label(
            $"得分为各专家加权分的平均：{string.Join("，", panel.Weights.Select(w => $"{Name(panel, w.Key).Zh}{w.Value:0.##}"))}。",
            $"The mean of the experts' weighted scores: {string.Join(", ", panel.Weights.Select(w => $"{Name(panel, w.Key).En ?? w.Key} {w.Value:0.##}"))}.");

    private static Label Name(PanelRule panel, string criterion) => panel.SheetLabels.GetValueOrDefault(criterion) ?? new Label(criterion);

    // The number that the choice of the list is bounded by, where the call set one.
    private static decimal? Quota(AtWork at) => at.Pack.Procedures.Where(p => p.Case == at.State.Kind).SelectMany(p => p.Stages).SelectMany(s => s.Transitions)
        .SelectMany(t => t.Ask).Select(f => (f.Type as FieldType.Items)?.AtMost).FirstOrDefault(n => n is not null) is { } field
        && at.State.Fields.TryGetValue(field, out var most) && most is FieldValue.Number { Value: var number }
            ? number
            : null;
}
