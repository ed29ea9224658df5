using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>Pages over more than a page can list: counted by the store, read page by page.</summary>
public sealed class LongListTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Month_WithMoreOnADayThanACellHolds_CountsAllAndLeadsToThem()
    {
        foreach (var name in new[] { "甲", "乙", "丙", "丁" })
        {
            await Chapters.AppliedAsync(server, $"同日{name}集聚区", "zone-body", "city-dalian", "大连市");
        }

        var city = await Browser.OfAsync(server, "city-dalian");
        var month = await city.GetAsync("/worklist/month?of=2025-05");
        var more = Assert.Single(month.Html.QuerySelectorAll("[data-testid=month] a.whole-day"));
        Assert.Contains("待办4项，卷宗4项", more.TextContent, StringComparison.Ordinal);
        Assert.Contains("待办4 卷宗4", month.Html.QuerySelector("[data-testid=year] [aria-current=true]")!.TextContent, StringComparison.Ordinal);

        // The cell shows the first of the reader's own, and of the cases followed only those that are not among them.
        var cell = more.ParentElement!.QuerySelectorAll("li").Select(l => l.TextContent).ToList();
        Assert.InRange(cell.Count, 3, 6);
        Assert.Equal(cell.Count, cell.Distinct().Count());

        var day = await city.GetAsync(more.GetAttribute("href")!);
        var lists = day.Html.QuerySelectorAll("[data-testid=day] ul").Select(l => l.QuerySelectorAll("li").Length);
        Assert.Equal([4, 4], lists);
        Assert.Null(day.Html.QuerySelector("[data-testid=day] a[rel=next]"));
        var past = await city.GetAsync("/worklist/month?of=2025-05-20&from=50");
        Assert.Equal(200, past.Status);
    }

    [Theory]
    [InlineData("?of=2025-05-32", "2025年5月")]
    [InlineData("?of=2025-05-07&from=-3", "2025年5月")]
    [InlineData("?of=2025-05-07&from=99999999999", "2025年5月")]
    public async Task Month_AskedForADayThatIsNone_ShowsTheMonth(string query, string head)
    {
        var page = await (await Browser.OfAsync(server, "city-shenyang")).GetAsync("/worklist/month" + query);

        Assert.Equal(200, page.Status);
        Assert.Contains(head, page.Html.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_OfACity_CountsItsOwnZonesAlone()
    {
        var city = await Browser.OfAsync(server, "city-shenyang");
        await Chapters.AppliedAsync(server, "总览沈阳集聚区");
        await Chapters.AppliedAsync(server, "总览鞍山集聚区", "zone-body-2", "city-shenyang", "鞍山市");

        var (own, all) = (await StandingsAsync(city), await StandingsAsync(await Browser.OfAsync(server, "province")));

        Assert.True(own > 0);
        Assert.True(all > own);
        var applicant = await Browser.OfAsync(server, "zone-body-2");
        Assert.True(await StandingsAsync(applicant) is > 0 and var few && few < all);

        async Task<int> StandingsAsync(Browser who) => (await who.GetAsync("/worklist/overview")).Html.QuerySelectorAll("table")[0]
            .QuerySelectorAll("td.number").Sum(c => int.Parse(c.TextContent, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Parties_MoreThanAPage_AreTurnedOverAndSearched()
    {
        var registrar = server.Services.GetRequiredService<Registrar>();
        for (var n = 1; n <= 60; n++)
        {
            await registrar.RegisterPartyAsync(new SignalId($"many-{n}"), Actor.System, $"many-{n}", $"众多主体{n:D2}", n == 60 ? "91210100MA0000060X" : null, default);
        }

        var office = await Browser.OfAsync(server, "office-operator");
        var first = await office.GetAsync("/operator/parties");
        var second = await office.GetAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(50, Names(first).Count);
        Assert.Empty(Names(first).Intersect(Names(second)));
        Assert.Null(second.Html.QuerySelector("a[rel=next]"));
        Assert.Equal(60, Names(first).Concat(Names(second)).Count(n => n.StartsWith("众多主体", StringComparison.Ordinal)));
        Assert.Equal(["众多主体60"], Names(await office.GetAsync("/operator/parties?q=ma0000060x")));
        Assert.Equal(["众多主体07"], Names(await office.GetAsync($"/operator/parties?q={Uri.EscapeDataString("主体07")}")));
        var none = await office.GetAsync("/operator/parties?q=%22%5C");
        Assert.Contains("没有符合条件的主体", none.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        static List<string> Names(Page page) => [.. page.Html.QuerySelectorAll("[data-testid=parties] tbody tr a").Select(a => a.TextContent)];
    }
}
