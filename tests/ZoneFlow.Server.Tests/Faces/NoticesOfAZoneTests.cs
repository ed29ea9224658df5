using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>What has been published about one zone, found by the zone.</summary>
public sealed class NoticesOfAZoneTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Zone_ListedInANotice_HasItAndItsApprovalOnItsOwnPageAndNoOthers()
    {
        await Chapters.NoticedAsync(server, "另一公示集聚区", "zone-body-2");
        var listed = await Chapters.DesignatedAsync(server, "页上有公示集聚区");
        var anybody = await Browser.OfAsync(server);

        var page = await anybody.GetAsync($"/zones/{listed.Zone}");

        var notices = page.Html.QuerySelectorAll("main a[href^='/notices/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        var notice = (await anybody.GetAsync(Assert.Single(notices))).Html;
        Assert.Contains("页上有公示集聚区", notice.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("另一公示集聚区", notice.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // The zone has a public page now, and its line in the old notice leads to it.
        Assert.NotNull(notice.QuerySelector($"main a[href='/zones/{listed.Zone}']"));
        var papers = page.Html.QuerySelectorAll("main a[href*='/published/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        Assert.NotEmpty(papers);
        foreach (var path in papers)
        {
            using var paper = await anybody.Client.GetAsync(path);
            Assert.Equal(200, (int)paper.StatusCode);
        }
    }
}
