using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Tests.Plans;

/// <summary>One sound row of a plan's table with one cell changed: what is said of that cell, and what the row then means.</summary>
public sealed class PlanCellTests
{
    private const string NotANumber = "is not a number of at least zero.";
    private static readonly string[] Growth = ["指标", "t1", "企业", "家", "增幅", "2024", "10", "不低于", "5.5", "2026-12-31", "甲局", "乙局"];
    private static readonly string[] Words = ["指标", "", "说明", "", "文字", "", "", "", "", "", "", ""];
    private static readonly string[] Funds = ["资金", "", "专项", "元", "", "", "", "", "1000000000000", "", "", ""];
    private static readonly string[] Goal = ["目标", "", "宣传", "", "", "", "", "", "", "", "", ""];

    public static TheoryData<string[], string, string, string?> Cells
    {
        get
        {
            var data = new TheoryData<string[], string, string, string?>();
            void Row(string[] row, string column, params (string Value, string? Wrong)[] cells)
            {
                foreach (var (value, wrong) in cells)
                {
                    data.Add(row, column, value, wrong);
                }
            }

            Row(Growth, "kind", ("指标", null), ("别的", "One of 指标, 目标, 任务, 文件, 资金."));
            Row(Growth, "item", ("", null), ("t2", "There is no task \"t2\"."));
            Row(Growth, "title", (new string('甲', 60), null), (new string('甲', 61), "1 to 60 characters."), (" ", "1 to 60 characters."));
            Row(Growth, "unit", ("", null), (" 个 ", null));
            Row(Growth, "basis", ("年均增幅", null), ("存量", null), ("", "One of 存量, 年度量, 累计, 增幅, 年均增幅, 文字."));
            Row(Growth, "baseline", ("1990", null), ("2100", null), ("1989", "\"1989\" is not a year."), ("2101", "\"2101\" is not a year."), ("近年", "\"近年\" is not a year."), ("", "Growth needs its baseline year."));
            Row(Growth, "amount", ("", null), ("0.5", null), ("0", "Growth cannot be counted from a baseline of zero."), ("-1", $"\"-1\" {NotANumber}"), ("1e3", $"\"1e3\" {NotANumber}"));
            Row(Growth, "bound", ("", null), ("不高于", null), ("至少", "Write 不低于 or 不高于."));
            Row(Growth, "target", ("0", null), ("1000000000000", null), ("1000000000001", $"\"1000000000001\" {NotANumber}"), ("", "A target value."));
            Row(Growth, "due", ("", null), ("2026-02-28", null), ("2026-02-30", "There is no date \"2026-02-30\"; write it as 2026-12-31."));
            Row(Words, "target", ("1", "Words have no target value."));
            Row(Words, "basis", ("累计", "A target value."));
            Row(Funds, "target", ("0", null), ("", "An amount in yuan."));
            Row(Goal, "target", ("3", null));
            Row(Goal, "kind", ("任务", null), ("文件", null), ("资金", "An amount in yuan."));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Cell_ThatIsChanged_IsTakenOrNamed(string[] row, string column, string value, string? wrong)
    {
        var at = PlanTable.Columns.Columns.Select(c => c.Name).ToList().IndexOf(column);
        var (lines, told) = Read([.. row.Select((c, i) => i == at ? value : c)]);
        var of = column == "basis" && wrong == "A target value." || column == "kind" && wrong == "An amount in yuan." ? "target" : column;

        Assert.Equal(wrong is null ? [] : [(0, of, wrong)], told.DistinctBy(w => w.Column).Select(w => (w.Row, w.Column, w.What.En!)));
        Assert.Equal(wrong is null ? 1 : 0, lines.Length);
    }

    public static TheoryData<string[], PlanClause> Meanings => new()
    {
        { Growth, new(PlanClauseKind.Indicator, "t1", "企业", "家", IndicatorBasis.Growth, 2024, 10, false, 5.5m, new DateOnly(2026, 12, 31), "甲局", "乙局") },
        { Words, new(PlanClauseKind.Indicator, "", "说明", null, IndicatorBasis.Narrative, null, null, false, null, null, null, null) },
        { Funds, new(PlanClauseKind.Funds, "", "专项", "元", null, null, null, false, 1_000_000_000_000m, null, null, null) },
        { Goal, new(PlanClauseKind.Goal, "", "宣传", null, null, null, null, false, null, null, null, null) },
        { ["指标", "", "贷款", "亿元", "存量", "2024", "7", "不高于", "5", "", "", ""], new(PlanClauseKind.Indicator, "", "贷款", "亿元", IndicatorBasis.Stock, null, null, true, 5, null, null, null) },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void Row_MeansOneLine_AndTheLineIsWrittenAsThatRow(string[] row, PlanClause line)
    {
        Assert.Equal(line, Assert.Single(Read([.. row]).Lines));
        Assert.Equal(line, Assert.Single(Read(PlanTable.Row(line)).Lines));
        if (line.Basis != IndicatorBasis.Stock)
        {
            Assert.Equal(row.Select(c => c), PlanTable.Row(line).Select((c, i) => i == 7 && row[7].Length == 0 ? "" : c));
        }
    }

    [Fact]
    public void Row_ThatIsTooShort_OrStandsTwice_OrChangesItsUnit_IsNamed()
    {
        Assert.Equal("A row has another number of columns.", Assert.Single(Read(["指标"]).Wrong).What.En);
        var (lines, wrong) = PlanTable.Read([[.. Goal], [.. Goal], [.. Goal.Select(c => c == "目标" ? "任务" : c)]], ["t1"], null);
        Assert.Equal((2, "\"宣传\" stands twice."), (lines.Length, Assert.Single(wrong).What.En));

        var inForce = new PlanVersion(1, new DateOnly(2025, 8, 13), null, lines.Add(Read([.. Growth]).Lines[0]));
        Assert.Empty(PlanTable.Read([[.. Growth]], ["t1"], inForce).Wrong);
        Assert.StartsWith("The plan in force counts it in \"家\"", PlanTable.Read([[.. Growth.Select(c => c == "家" ? "个" : c)]], ["t1"], inForce).Wrong.Single().What.En, StringComparison.Ordinal);
        Assert.Empty(PlanTable.Read([[.. Growth.Select(c => c == "企业" ? "机构" : c == "家" ? "个" : c)]], ["t1"], inForce).Wrong);
    }

    private static (ImmutableArray<PlanClause> Lines, ImmutableArray<(int Row, string Column, Label What)> Wrong) Read(ImmutableArray<string> row) =>
        PlanTable.Read([row], ["t1"], null);
}
