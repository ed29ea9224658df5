using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>A plan as a table of texts: what is typed on a page, sent as JSON or filled into a spreadsheet.</summary>
public static class PlanTable
{
    public const int MostLines = 200;
    private const int LongestTitle = 60;
    private const decimal MostAmount = 1_000_000_000_000m;

    private static readonly ImmutableArray<(string Word, PlanClauseKind Kind)> Kinds =
        [("指标", PlanClauseKind.Indicator), ("目标", PlanClauseKind.Goal), ("任务", PlanClauseKind.Task), ("文件", PlanClauseKind.Instrument), ("资金", PlanClauseKind.Funds)];

    private static readonly ImmutableArray<(string Word, IndicatorBasis Basis)> Bases =
    [
        ("存量", IndicatorBasis.Stock), ("年度量", IndicatorBasis.Flow), ("累计", IndicatorBasis.Cumulative), ("增幅", IndicatorBasis.Growth),
        ("年均增幅", IndicatorBasis.YearlyAverageGrowth), ("文字", IndicatorBasis.Narrative),
    ];

    /// <summary>The columns, in order.</summary>
    public static FieldType.Table Columns { get; } = new(
        [
            Column("kind", "类别（指标、目标、任务、文件、资金）", "Kind"), Column("item", "所属任务", "Task"), Column("title", "名称", "Title"), Column("unit", "单位", "Unit"),
            Column("basis", "口径（存量、年度量、累计、增幅、年均增幅、文字）", "Basis"), Column("baseline", "基期年", "Baseline year"), Column("amount", "基数", "Baseline amount"),
            Column("bound", "要求（不低于、不高于）", "Bound"), Column("target", "目标值", "Target"), Column("due", "期限", "Due"), Column("lead", "牵头单位", "Lead"),
            Column("responsible", "责任单位", "Responsible"),
        ],
        MostLines);

    public static string Word(PlanClauseKind kind) => Kinds.First(k => k.Kind == kind).Word;

    public static string Word(IndicatorBasis basis) => Bases.First(b => b.Basis == basis).Word;

    /// <summary>A line as the texts of its row.</summary>
    public static ImmutableArray<string> Row(PlanClause line) =>
    [
        Word(line.Kind), line.Item, line.Title, line.Unit ?? "", line.Basis is { } basis ? Word(basis) : "", line.Baseline?.ToString("0", null) ?? "",
        Number(line.BaselineAmount), line.Bound is null || line.Kind != PlanClauseKind.Indicator ? "" : line.AtMost ? "不高于" : "不低于", Number(line.Bound),
        line.Due?.ToString("yyyy-MM-dd", null) ?? "", line.Lead ?? "", line.Responsible ?? "",
    ];

    /// <summary>Reads rows as lines of a plan, or says of each cell that is wrong what is wrong with it.</summary>
    /// <param name="items">The keys of the tasks that a line may name.</param>
    /// <param name="inForce">The version it would follow: an indicator keeps its unit.</param>
    public static (ImmutableArray<PlanClause> Lines, ImmutableArray<(int Row, string Column, Label What)> Wrong) Read(
        ImmutableArray<ImmutableArray<string>> rows, IReadOnlyCollection<string> items, PlanVersion? inForce)
    {
        var lines = ImmutableArray.CreateBuilder<PlanClause>();
        var wrong = ImmutableArray.CreateBuilder<(int, string, Label)>();
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            if (row.Length != Columns.Columns.Length)
            {
                wrong.Add((i, "kind", new Label("列数不符。", "A row has another number of columns.")));
                continue;
            }

            var cells = new PlanRow(row, (column, what) => wrong.Add((i, column, what)));
            if (Line(cells, items, inForce) is not { } line || cells.HasErrors)
            {
                continue;
            }

            if (lines.Any(l => l.Key == line.Key))
            {
                wrong.Add((i, "title", new Label($"“{line.Title}”列了两次。", $"\"{line.Title}\" stands twice.")));
                continue;
            }

            lines.Add(line);
        }

        return (lines.ToImmutable(), wrong.ToImmutable());
    }

    private static PlanClause? Line(PlanRow row, IReadOnlyCollection<string> items, PlanVersion? inForce)
    {
        var kind = row.Choice("kind", Kinds);
        var title = row.Text("title");
        if (title.Length is 0 or > LongestTitle)
        {
            row.Wrong("title", new Label($"须为1至{LongestTitle}字。", $"1 to {LongestTitle} characters."));
        }

        var item = row.Text("item");
        if (item.Length > 0 && !items.Contains(item))
        {
            row.Wrong("item", new Label($"没有任务“{item}”。", $"There is no task \"{item}\"."));
        }

        var due = row.Date("due");
        if (kind is not { } known)
        {
            return null;
        }

        if (known != PlanClauseKind.Indicator)
        {
            var sum = row.Number("target", MostAmount);
            if (known == PlanClauseKind.Funds && sum is null)
            {
                row.Wrong("target", new Label("须填金额（元）。", "An amount in yuan."));
            }

            return new PlanClause(known, item, title, row.Optional("unit"), null, null, null, false, sum, due, row.Optional("lead"), row.Optional("responsible"));
        }

        return Indicator(row, item, title, due, inForce);
    }

    private static PlanClause? Indicator(PlanRow row, string item, string title, DateOnly? due, PlanVersion? inForce)
    {
        if (row.Choice("basis", Bases) is not { } basis)
        {
            return null;
        }

        var grows = basis is IndicatorBasis.Growth or IndicatorBasis.YearlyAverageGrowth;
        var (baseline, amount, target, unit) = (row.Year("baseline"), row.Number("amount", MostAmount), row.Number("target", MostAmount), row.Optional("unit"));
        if (grows && baseline is null)
        {
            row.Wrong("baseline", new Label("增幅指标须填基期年。", "Growth needs its baseline year."));
        }

        if (amount == 0)
        {
            row.Wrong("amount", new Label("基数不得为零，增幅无从计算。", "Growth cannot be counted from a baseline of zero."));
        }

        if (target is null != (basis == IndicatorBasis.Narrative))
        {
            row.Wrong("target", basis == IndicatorBasis.Narrative ? new Label("文字指标不填目标值。", "Words have no target value.") : new Label("须填目标值。", "A target value."));
        }

        if (inForce?.Lines.FirstOrDefault(l => l.Key == (PlanClauseKind.Indicator, item, title)) is { } before && before.Unit != unit)
        {
            row.Wrong("unit", new Label($"与现行方案的单位“{before.Unit}”不同；口径改变的，请另立指标名称。", $"The plan in force counts it in \"{before.Unit}\"; a changed measure takes another title."));
        }

        var atMost = row.Text("bound") switch
        {
            "" or "不低于" => false,
            "不高于" => true,
            _ => row.Fails("bound", new Label("请填“不低于”或“不高于”。", "Write 不低于 or 不高于.")),
        };
        return new PlanClause(
            PlanClauseKind.Indicator, item, title, unit, basis, grows ? baseline : null, grows ? amount : null, atMost, target, due, row.Optional("lead"),
            row.Optional("responsible"));
    }

    private static string Number(decimal? value) => value?.ToString("0.############################", null) ?? "";

    private static FieldRule Column(string name, string zh, string en) =>
        new(name, new Label(zh, en), new FieldType.Text(200), false, null, false, false, false, Source.Norm("方案表的固定栏目"));
}
