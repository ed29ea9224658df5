using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Ports;

public abstract partial class CaseStoreTests
{
    private static readonly DateOnly Friday = new(2026, 5, 8);

    [Fact]
    public async Task CountingCases_ThatStandAlike_CountsThemTogether()
    {
        await RegisteredAsync(
            Registered.Row("a", "建设期", Friday, "沈阳市", false, "待报送"), Registered.Row("b", "建设期", Friday, "大连市", false, "待报送"),
            Registered.Row("c", "建设期", Friday.AddDays(1), "沈阳市", false, "待报送"), Registered.Row("d", "建设期", null, "沈阳市"), Registered.Row("e", "已撤销", null, null, true));

        Assert.Equal(
            ["已撤销!  1", "建设期  1", "建设期 待报送 2026-05-08 2", "建设期 待报送 2026-05-09 1"], Printed(await Store.CaseCountsAsync("zone", null, None)));
        Assert.Equal(
            ["建设期  1", "建设期 待报送 2026-05-08 1", "建设期 待报送 2026-05-09 1"], Printed(await Store.CaseCountsAsync("zone", "沈阳市", None)));
        Assert.Empty(await Store.CaseCountsAsync("round", null, None));
        Assert.Empty(await Store.CaseCountsAsync("zone", "鞍山市", None));
    }

    [Fact]
    public async Task CountingCases_AfterOneHasMovedOn_CountsItWhereItIs()
    {
        var first = await OpenedAsync(new("a"), c => c with { IndexPuts = Registered.Lists(Registered.Row("a", "建设期", Friday, "沈阳市")) });
        var second = await CommittedAsync(Samples.After(first) with { IndexPuts = Registered.Lists(Registered.Row("a", "运行期", Friday.AddYears(1), "沈阳市")) });
        await CommittedAsync(Samples.After(second));
        await RestartAsync();

        Assert.Equal(["运行期  2027-05-08 1"], Printed(await Store.CaseCountsAsync("zone", null, None)));
        Assert.Equal("a", Assert.Single(await Store.DatedAsync("zone", "沈阳市", null, null, 0, 10, None)).Id.Value);
        Assert.Empty(await Store.DatedAsync("zone", null, Friday, Friday.AddDays(1), 0, 10, None));
    }

    [Theory]
    [InlineData(null, null, null, 0, 10, "c a b d")]
    [InlineData(null, "2026-05-09", "2026-05-10", 0, 10, "b")]
    [InlineData(null, "2026-05-09", null, 0, 10, "b d")]
    [InlineData(null, null, "2026-05-08", 0, 10, "c")]
    [InlineData("沈阳市", null, null, 0, 10, "c b")]
    [InlineData(null, null, null, 1, 2, "a b")]
    [InlineData(null, null, null, 4, 10, "")]
    public async Task ReadingDatedCases_InASpan_GivesThoseThatRunByTheirDay(string? region, string? from, string? until, int skip, int most, string expected)
    {
        await RegisteredAsync(
            Registered.Row("a", "建设期", Friday, "大连市"), Registered.Row("b", "建设期", Friday.AddDays(1), "沈阳市"), Registered.Row("c", "申报中", Friday.AddDays(-1), "沈阳市"),
            Registered.Row("d", "运行期", Friday.AddYears(2)), Registered.Row("e", "建设期", null, "沈阳市"), Registered.Row("f", "已撤销", Friday, "沈阳市", true));

        var read = await Store.DatedAsync("zone", region, Day(from), Day(until), skip, most, None);

        Assert.Equal(expected, string.Join(' ', read.Select(c => c.Id.Value)));

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("集聚区", null, false, 0, 10, "a b c e")]
    [InlineData("集聚区", null, true, 0, 10, "a b c e")]
    [InlineData("n-B", null, false, 0, 10, "b")]
    [InlineData("待报送", null, false, 0, 10, "b")]
    [InlineData("待报送", null, true, 0, 10, "")]
    [InlineData("建设期", "沈阳市", false, 0, 10, "b c")]
    [InlineData("集聚区", null, false, 1, 2, "b c")]
    [InlineData("%", null, false, 0, 10, "")]
    [InlineData("_", null, false, 0, 10, "")]
    [InlineData("\\", null, false, 0, 10, "")]
    [InlineData("zh", null, false, 0, 10, "")]
    public async Task Searching_ForWordsAnywhere_FindsThemByNumber(string words, string? region, bool open, int skip, int most, string expected)
    {
        await RegisteredAsync(
            Registered.Row("b", "建设期", Friday, "沈阳市", false, "待报送"), Registered.Row("a", "申报中", Friday, "大连市"), Registered.Row("c", "建设期", null, "沈阳市"),
            Registered.Row("e", "已撤销", null, null, true));

        var read = await Store.SearchAsync("zone", region, words, open, skip, most, None);

        Assert.Equal(expected, string.Join(' ', read.Select(c => c.Id.Value)));
    }

    private async Task RegisteredAsync(params IEnumerable<IndexRow> rows)
    {
        foreach (var row in rows)
        {
            await OpenedAsync(row.Case, c => c with { IndexPuts = Registered.Lists(row) });
        }
    }

    private static IEnumerable<string> Printed(IEnumerable<CaseCount> counts) => counts
        .Select(c => $"{c.Outline.StandingLabel.Zh}{(c.Outline.Final ? "!" : "")} {string.Join('、', c.Outline.Stages.Select(s => s.Zh))} {c.Next:yyyy-MM-dd}{(c.Next is null ? "" : " ")}{c.Count}")
        .Order(StringComparer.Ordinal);
}
