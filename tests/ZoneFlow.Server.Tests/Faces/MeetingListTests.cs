using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>The list that goes before the meeting, and files checked several at once.</summary>
public sealed class MeetingListTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task MeetingList_OfASitting_HasScoresForTheOfficeAndForNobodyElse()
    {
        var life = await Chapters.NoticedAsync(server, "上会集聚区");
        var province = await Browser.OfAsync(server, "province");
        var dossier = await province.GetAsync($"/cases/{life.Round}");
        var path = dossier.Html.QuerySelector("[data-testid=meeting-list-link]")!.GetAttribute("href")!;

        var list = await province.GetAsync(path);

        var row = Assert.Single(list.Html.QuerySelectorAll("[data-testid=meeting-list] tbody tr")).TextContent;
        Assert.Contains("上会集聚区", row, StringComparison.Ordinal);
        Assert.Contains("86.00", row, StringComparison.Ordinal);
        Assert.Contains("评估专家二", row, StringComparison.Ordinal);
        Assert.Contains("86.00", (await province.GetAsync(path + ".csv")).Text, StringComparison.Ordinal);
        foreach (var other in (string[])["city-shenyang", "zone-body", "expert-1", "office-operator"])
        {
            var reader = await Browser.OfAsync(server, other);
            Assert.Equal((403, 403), ((await reader.GetAsync(path)).Status, (await reader.GetAsync(path + ".xlsx")).Status));
        }

        Assert.Equal(404, (await province.GetAsync($"/cases/{life.Zone}/meeting-list")).Status);
    }

    [Fact]
    public async Task FileCheck_OfTwoApplications_ShowsEachWithWhatItLacks()
    {
        await Chapters.AppliedAsync(server, "核对甲集聚区", "zone-body", "city-dalian", "大连市");
        var second = await Chapters.AppliedAsync(server, "核对乙集聚区", "zone-body-2", "city-dalian", "大连市");
        var city = await Browser.OfAsync(server, "city-dalian");
        Assert.NotNull((await city.GetAsync("/worklist")).Html.QuerySelector("[data-testid=check-link]"));

        var all = await city.GetAsync("/worklist/check");
        var one = await city.GetAsync($"/worklist/check?case={second.Zone}&case=zone-of-somebody-else");

        var rows = all.Html.QuerySelectorAll("[data-testid=file-checks] tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.Contains("齐全（2份）", r, StringComparison.Ordinal));
        Assert.All(rows, r => Assert.Contains("已填完", r, StringComparison.Ordinal));
        Assert.Contains("核对乙集聚区", Assert.Single(one.Html.QuerySelectorAll("[data-testid=file-checks] tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Null((await (await Browser.OfAsync(server, "zone-body")).GetAsync("/worklist/check")).Html.QuerySelector("[data-testid=file-checks]"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/notices")]
    [InlineData("/styles.css")]
    [InlineData("/feed.atom")]
    [InlineData("/worklist")]
    [InlineData("/no-such-page")]
    public async Task Head_OfAnyPage_AnswersAsGetWithoutABody(string path)
    {
        using var client = server.Client();
        using var got = await client.GetAsync(path);
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(got.StatusCode, head.StatusCode);
        Assert.Equal(got.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(got.Headers.GetValues("Content-Security-Policy"), head.Headers.GetValues("Content-Security-Policy"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }
}
