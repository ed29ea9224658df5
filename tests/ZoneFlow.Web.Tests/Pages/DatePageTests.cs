using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ZoneFlow.Web.Tests.Samples;

namespace ZoneFlow.Web.Tests.Pages;

public sealed class DatePageTests
{
    /// <summary>Every date on a page can be asked how it was computed, and says whether the text or a default set it.</summary>
    [Theory]
    [InlineData("worklist")]
    [InlineData("case")]
    [InlineData("action")]
    [InlineData("notice")]
    public async Task Showing_ADueDate_SaysItsSourceAndLinksItsComputation(string name)
    {
        var page = await Parsed(name);

        var dates = page.QuerySelectorAll("[data-testid=due]");
        Assert.NotEmpty(dates);
        Assert.All(dates, d => Assert.NotNull(d.QuerySelector("[data-testid=explain]")));
        Assert.All(dates, d => Assert.Matches("法定|服务规范", d.QuerySelector("[data-testid=source]")!.TextContent));
    }

    [Fact]
    public async Task Showing_ALateDate_SaysSoInWords()
    {
        var page = await Parsed("worklist");

        Assert.Contains("逾期3个工作日", page.QuerySelector("[data-testid=task] .status.bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explaining_ADate_NamesEveryDay()
    {
        var page = await Parsed("deadline");

        Assert.Equal(9, page.QuerySelectorAll("[data-testid=days] tbody tr").Length);
        Assert.Contains("劳动节放假", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("劳动节调休上班", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-testid=provisional-note]"));
        Assert.Contains("尚未恢复", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Showing_AClosedNotice_StrikesTheDroppedAndTakesNoObjection()
    {
        var page = await Parsed("notice-closed");

        Assert.Equal("鞍山集聚区", page.QuerySelector("[data-testid=entries] del")!.TextContent);
        Assert.Null(page.QuerySelector("[data-testid=objection-form]"));
        Assert.Contains("2026年3月5日 14:05", page.QuerySelector("[data-testid=too-late]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Showing_AMail_LinksItsAddressesAlone()
    {
        var page = await Parsed("mail");

        Assert.Equal(
            ["http://127.0.0.1:5080/l/AbC_d-9", "https://example.cn/x?a=1&b=2"],
            page.QuerySelectorAll("[data-testid=mail-body] a").Select(a => a.GetAttribute("href")));
    }

    private static async Task<IHtmlDocument> Parsed(string name) => new HtmlParser().ParseDocument(await SamplePage.Named(name).RenderAsync());
}
