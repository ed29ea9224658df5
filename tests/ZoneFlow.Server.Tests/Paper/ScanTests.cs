using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Paper;

/// <summary>The form printed under a code, and its sealed scan taken back by it.</summary>
public sealed class ScanTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Scan_OfThisPrint_IsFiled_OfAnotherIsRefused()
    {
        var first = await FilledAsync("扫描甲集聚区");
        var second = await FilledAsync("扫描乙集聚区");
        var (mine, other) = (await CodeAsync(first), await CodeAsync(second));
        Assert.NotEqual(mine, other);

        foreach (var wrong in new[] { other, "AAAAA-AAAAA", "" })
        {
            var refused = await ScanAsync(first, wrong);
            Assert.Equal("scan-other-print", LetterTests.Rule(refused));
        }

        Assert.Empty((await server.StateAsync(first)).Filed);
        Assert.Equal(302, (await ScanAsync(first, mine.ToLowerInvariant())).Status);
        Assert.Equal(1, (await server.StateAsync(first)).Filed["application-form"]);
    }

    [Fact]
    public async Task Scan_OfAPrintFromBeforeTheFormChanged_IsRefused()
    {
        var zone = await FilledAsync("扫描丙集聚区");
        var old = await CodeAsync(zone);
        var body = await server.SignInAsync("zone-body");
        await body.SendAsync(HttpMethod.Put, $"/api/cases/{zone}/answers", new { answers = Chapters.Answers(physical: 12) });

        Assert.NotEqual(old, await CodeAsync(zone));
        Assert.Equal("scan-other-print", LetterTests.Rule(await ScanAsync(zone, old)));
    }

    private async Task<string> FilledAsync(string name)
    {
        var body = await server.SignInAsync("zone-body");
        var zone = (await body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name, region = "沈阳市" }, 201)).GetProperty("id").GetString()!;
        await body.SendAsync(HttpMethod.Put, $"/api/cases/{zone}/answers", new { answers = Chapters.Answers() });
        return zone;
    }

    private async Task<string> CodeAsync(string zone)
    {
        var page = await (await Browser.OfAsync(server, "zone-body")).GetAsync($"/cases/{zone}/form/print");
        return page.Html.QuerySelector("[data-testid=print-code]")!.TextContent.Replace("打印码：", "", StringComparison.Ordinal);
    }

    private async Task<Page> ScanAsync(string zone, string code)
    {
        var browser = await Browser.OfAsync(server, "zone-body");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Browser.Hidden(await browser.GetAsync($"/cases/{zone}/form"), "[data-testid=scan-form]"))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new StringContent(code), "print-code");
        form.Add(new ByteArrayContent(TestKit.Papers.Pdf("盖章")), "file", "盖章扫描件.pdf");
        return await Browser.ReadAsync(await browser.Client.PostAsync($"/cases/{zone}/form/scan", form));
    }
}
