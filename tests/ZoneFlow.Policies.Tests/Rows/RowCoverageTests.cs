using System.Globalization;
using System.Reflection;
using System.Text;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>
/// Every row of the texts against the packs and the tests, written out as <c>src/ZoneFlow.Policies/Coverage.md</c>. Run with
/// ZONEFLOW_GOLDEN set to write it anew, and read the difference before committing it.
/// </summary>
public sealed class RowCoverageTests
{
    private static readonly Assembly[] Tested = [typeof(Core.Tests.Lives.RevocationTests).Assembly, typeof(RowCoverageTests).Assembly];

    private static readonly string[] TestNames =
    [
        .. Tested.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<FactAttribute>() is { Skip: null })
            .Select(m => m.Name).Distinct().Order(StringComparer.Ordinal),
    ];

    private static readonly string Page = Path.Combine(Repository.Root, "src", "ZoneFlow.Policies", "Coverage.md");

    public static TheoryData<string> HeldRows => [.. RowPolicy.All.Where(p => p.Held).SelectMany(p => p.Rows).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(HeldRows))]
    public void EachHeldRow_IsCarriedByItsPackAndShownByATest(string id)
    {
        var policy = RowPolicy.All.Single(p => p.Rows.Any(r => r.Id == id));
        var row = policy.Rows.Single(r => r.Id == id);
        var positions = ShippedPacks.Load(policy.Pack).Positions;

        Assert.NotEmpty(row.By);
        Assert.All(row.By, path => Assert.True(positions.Has(path), $"{policy.Pack} has no '{path}'."));
        Assert.True(TestsOf(row).Length > 0, $"No test is named {row.Prefix}….");
    }

    [Fact]
    public void Rows_AreThoseOfTheFiveTexts() => Assert.Equal(
        ["LN 24", "JL 17", "BJ 24", "XZ 20", "SY 20"], RowPolicy.All.Select(p => $"{p.Code} {p.Rows.Select(r => r.Id).Distinct().Count()}"));

    /// <summary>XZ_I01_… is a row; SY_A5_… (what the text leaves open) and XZ_IpDay_… are none.</summary>
    [Fact]
    public void EveryTestNamedAfterARow_NamesARowThatThereIs()
    {
        var prefixes = RowPolicy.All.SelectMany(p => p.Rows).Select(r => r.Prefix).ToList();
        var codes = RowPolicy.All.Select(p => p.Code + "_").ToList();

        Assert.DoesNotContain(
            TestNames,
            n => codes.Any(c => n.StartsWith(c, StringComparison.Ordinal) && char.IsAsciiDigit(n[c.Length..].TrimStart('I').FirstOrDefault()))
                && !prefixes.Any(p => n.StartsWith(p, StringComparison.Ordinal)));
    }

    [Fact]
    public void CoveragePage_IsWhatTheRowsAndTestsGive()
    {
        var written = Written();
        if (Environment.GetEnvironmentVariable("ZONEFLOW_GOLDEN") is not null)
        {
            File.WriteAllText(Page, written);
            return;
        }

        Assert.Equal(File.ReadAllText(Page), written);
    }

    private static string[] TestsOf(Row row) => [.. TestNames.Where(n => n.StartsWith(row.Prefix, StringComparison.Ordinal))];

    private static string Written()
    {
        var text = new StringBuilder();
        text.Append("# 条款覆盖 Coverage of the five texts\n\n");
        text.Append("Every row of the five policies: where the text says it, which constructs of the pack carry it, and the tests that show it. ");
        text.Append("Generated from `tests/ZoneFlow.Policies.Tests/Rows/rows.yaml` and from the names of the tests; do not edit.\n");
        foreach (var policy in RowPolicy.All)
        {
            var shown = policy.Rows.Count(r => TestsOf(r).Length > 0);
            text.Append(CultureInfo.InvariantCulture, $"\n## {policy.Title} `{policy.Pack}`\n\n{shown} of {policy.Rows.Length} rows have a test.");
            text.Append(policy.Held ? "\n\n" : " This pack is not yet among those held to this table.\n\n");
            text.Append("| 条目 Row | 条款 Article | 内容 What | 由何执行 Carried by | 测试 Tests |\n| --- | --- | --- | --- | --- |\n");
            foreach (var row in policy.Rows)
            {
                var by = row.By.IsEmpty ? "missing" : string.Join("<br>", row.By.Select(b => Carried(policy.Pack, b)));
                var tests = TestsOf(row) is { Length: > 0 } some ? string.Join("<br>", some.Select(t => $"`{t[row.Prefix.Length..]}`")) : "missing";
                text.Append(CultureInfo.InvariantCulture, $"| {row.Id} | {row.Article} | {row.What} | {by} | {tests} |\n");
            }
        }

        return text.ToString();
    }

    private static string Carried(string pack, string path) => $"[`{path}`](Packs/{pack}/{ShippedPacks.Load(pack).Positions.Of(path).File})";
}
