using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Exports;
using ZoneFlow.Web.Imports;

namespace ZoneFlow.Web.Tests.Imports;

/// <summary>Values by spreadsheet: the template that the system makes, and what comes back in it.</summary>
public sealed class ValueImportTests
{
    private static readonly OwedReport Owed = new(
        "progress/2025-3.t1", "report", new Label("任务一"), new Label("季度报告"), new DateOnly(2025, 6, 30),
        [.. Enumerable.Range(1, 5).Select(i => new IndicatorRule($"i{i}", new Label($"指标{i}"), "家", IndicatorBasis.Stock, null, [new TargetRule(1, false, null, Source.Of("一"))], Source.Of("一")))]);

    [Fact]
    public void Template_FilledIn_IsReadWithoutAnError()
    {
        var table = ValueImport.Template([Owed]);
        var filled = table with { Rows = [.. table.Rows.Select((r, i) => (IReadOnlyList<object?>)[.. r.SkipLast(1), i.ToString(CultureInfo.InvariantCulture)])] };

        var (rows, wrong) = ValueImport.Read(SheetReader.OfXlsx(new MemoryStream(XlsxTable.Of(filled))).Sheet!, [Owed]);

        Assert.Null(wrong);
        Assert.Equal(["i1=0", "i2=1", "i3=2", "i4=3", "i5=4"], rows.Select(r => $"{r.Indicator}={r.Value}"));
        Assert.All(rows, r => Assert.Null(r.Wrong));
    }

    [Fact]
    public void Table_WithoutItsColumns_SaysWhichItNeeds() =>
        Assert.Contains("报告编号", ValueImport.Read(SheetReader.OfCsv("一,二\r\n1,2\r\n").Sheet!, [Owed]).Wrong!.Zh, StringComparison.Ordinal);

    /// <summary>Any table, right or wrong in any of its cells: taken twice it leaves what it left the first time, and a wrong row leaves nothing.</summary>
    [Fact]
    public void Table_TakenTwice_ChangesNothingTheSecondTime()
    {
        var empty = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 500; seed++)
        {
            var chance = new Random(seed);
            var lines = Enumerable.Range(0, chance.Next(12)).Select(_ => string.Join(',',
                Any(chance, "progress/2025-3.t1", "progress/2024-1.t1"), "", Any(chance, "指标1", "指标2", "指标5", "指标9"), "", Any(chance, "家", "", "个"), "", Any(chance, "12", "3.5", "-1", "x", "=1", "")));
            var sheet = SheetReader.OfCsv("报告编号,任务,指标,口径,单位,截至,数值\r\n" + string.Join("\r\n", lines)).Sheet!;
            var rows = ValueImport.Read(sheet, [Owed]).Rows;

            var once = ValueImport.Take(empty, rows, Owed.Procedure);
            var twice = ValueImport.Take(once, ValueImport.Read(sheet, [Owed]).Rows, Owed.Procedure);

            Assert.Equal(once, twice);
            Assert.Equal(once.Keys, rows.Where(r => r.Wrong is null).Select(r => r.Indicator).Order(StringComparer.Ordinal));
            Assert.All(once.Values, v => Assert.True(decimal.Parse(v, CultureInfo.InvariantCulture) >= 0));
        }
    }

    private static string Any(Random chance, params string[] of) => of[chance.Next(of.Length)];
}
