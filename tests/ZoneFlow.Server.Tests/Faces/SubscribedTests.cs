using System.Net;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>What other programs take from a running office: feeds, calendars and lists.</summary>
public sealed class SubscribedTests(DemoServer server) : IClassFixture<DemoServer>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Feed_AfterADesignation_ListsNoticeAndDecisionWithPagesThatOpen()
    {
        await Chapters.DesignatedAsync(server, "订阅集聚区", "zone-body", "city-shenyang", "沈阳市");
        using var anybody = server.Client();

        var feed = XDocument.Parse(await anybody.GetStringAsync("/feed.atom")).Root!;

        var links = feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "link")!.Attribute("href")!.Value).ToList();
        Assert.True(links.Count >= 2, $"{links.Count}");
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(new Uri(link).PathAndQuery)).StatusCode);
        }
    }

    [Fact]
    public async Task Calendar_Subscribed_ShowsWhatIsDueUntilTheAddressIsRenewed()
    {
        await Chapters.DesignatedAsync(server, "日历集聚区", "zone-body-2", "city-dalian", "大连市");
        var body = await Browser.OfAsync(server, "zone-body-2");
        var first = await SubscribeAsync(body, "own");
        using var program = server.Client();

        var text = await program.GetStringAsync(first);

        Assert.Contains("BEGIN:VCALENDAR", text, StringComparison.Ordinal);
        Assert.Contains("日历集聚区", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:2025", text, StringComparison.Ordinal);
        var second = await SubscribeAsync(body, "own");
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(second)).StatusCode);
        var page = await body.GetAsync("/worklist/calendars");
        await body.PostAsync("/worklist/calendars", [.. Browser.Hidden(page, "form.buttons"), ("end", "1")]);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task Lists_TakenAwayByEachReader_HoldTheReadersOwnCases()
    {
        await Chapters.AppliedAsync(server, "导出集聚区", "zone-body", "city-shenyang", "沈阳市");
        var (shenyang, dalian) = (await Browser.OfAsync(server, "city-shenyang"), await Browser.OfAsync(server, "city-dalian"));

        Assert.Contains("导出集聚区", await CsvAsync(shenyang), StringComparison.Ordinal);
        Assert.DoesNotContain("导出集聚区", await CsvAsync(dalian), StringComparison.Ordinal);
        using var bytes = new MemoryStream(await shenyang.Client.GetByteArrayAsync("/worklist/tasks.xlsx"));
        using var book = SpreadsheetDocument.Open(bytes, false);
        Assert.Contains(book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>(), c => c.InnerText == "导出集聚区");

        static async Task<string> CsvAsync(Browser reader) => Encoding.UTF8.GetString(await reader.Client.GetByteArrayAsync("/worklist/tasks.csv"));
    }

    private static async Task<string> SubscribeAsync(Browser reader, string which)
    {
        var page = await reader.GetAsync("/worklist/calendars");
        var answer = await reader.PostAsync(
            "/worklist/calendars", [.. Browser.Hidden(page, $"form.buttons:has(input[value={which}])")]);
        return new Uri(answer.Html.QuerySelector("[data-testid=address] code")!.TextContent).PathAndQuery;
    }
}
