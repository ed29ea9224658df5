using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>Looking up a case without signing in, and the pages around the worklist.</summary>
public sealed class LookUpTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task LookUp_WithTheCodeOfTheDossier_ShowsProgressAndNoPapers()
    {
        var life = await Chapters.AppliedAsync(server, "查询集聚区", "zone-body", "city-shenyang", "沈阳市");
        var own = await (await Browser.OfAsync(server, "zone-body")).GetAsync($"/cases/{life.Zone}");
        var (number, code) = (own.Html.QuerySelector("[data-testid=case-number]")!.TextContent.Trim(), own.Html.QuerySelector("[data-testid=look-up-code]")!.TextContent);
        var anybody = await Browser.OfAsync(server);

        var found = await anybody.PostAsync("/progress", [("number", number.ToLowerInvariant()), ("code", $" {code[..5].ToLowerInvariant()}-{code[5..]} ")]);

        Assert.Equal(200, found.Status);
        Assert.Contains("市级审核推荐", found.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(found.Html.QuerySelector("[data-testid=progress] [aria-current=step]"));
        Assert.Empty(found.Html.QuerySelectorAll("main a[href^='/cases/']"));
        var wrongCode = await anybody.PostAsync("/progress", [("number", number), ("code", "AAAAAAAAAA")]);
        var wrongNumber = await anybody.PostAsync("/progress", [("number", "Z1999-0001"), ("code", code)]);
        Assert.Equal((422, 422), (wrongCode.Status, wrongNumber.Status));
        Assert.Equal(Said(wrongCode), Said(wrongNumber));
    }

    [Fact]
    public async Task LookUp_TriedOverAndOver_IsStopped()
    {
        var anybody = await Browser.OfAsync(server);
        var statuses = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            statuses.Add((await anybody.PostAsync("/progress", [("number", "Z2025-9999"), ("code", $"AAAAAAAA{i:00}")])).Status);
        }

        Assert.Equal(10, statuses.Count(s => s == 422));
        Assert.All(statuses[10..], s => Assert.Equal(429, s));
    }

    [Fact]
    public async Task Code_AskedForByAnOfficial_IsNotShown()
    {
        var life = await Chapters.AppliedAsync(server, "无码集聚区", "zone-body", "city-shenyang", "沈阳市");

        var seen = await (await Browser.OfAsync(server, "city-shenyang")).GetAsync($"/cases/{life.Zone}");

        Assert.Null(seen.Html.QuerySelector("[data-testid=look-up-code]"));
    }

    [Fact]
    public async Task Done_AfterAnAct_ListsItForTheParty()
    {
        var life = await Chapters.AppliedAsync(server, "已办集聚区", "zone-body", "city-shenyang", "沈阳市");
        await (await server.SignInAsync("city-shenyang")).ActAsync(life.Zone, "decline", reason: "不符合条件");

        var city = await (await Browser.OfAsync(server, "city-shenyang")).GetAsync("/worklist/done");
        var other = await (await Browser.OfAsync(server, "city-dalian")).GetAsync("/worklist/done");

        Assert.Contains(city.Html.QuerySelectorAll("[data-testid=done-work] tr"), r => r.TextContent.Contains("已办集聚区", StringComparison.Ordinal) && r.TextContent.Contains("不予推荐", StringComparison.Ordinal));
        Assert.DoesNotContain("已办集聚区", other.Html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worklist_FilteredAndSearched_ShowsWhatMatches()
    {
        await Chapters.AppliedAsync(server, "筛选集聚区", "zone-body", "city-shenyang", "沈阳市");
        var city = await Browser.OfAsync(server, "city-shenyang");

        Assert.Contains("筛选集聚区", await TasksAsync("?q=筛选"), StringComparison.Ordinal);
        Assert.DoesNotContain("筛选集聚区", await TasksAsync("?q=没有这个"), StringComparison.Ordinal);
        Assert.DoesNotContain("筛选集聚区", await TasksAsync("?due=late"), StringComparison.Ordinal);

        async Task<string> TasksAsync(string query) => (await city.GetAsync("/worklist" + query)).Html.QuerySelector("[data-testid=tasks]")?.TextContent ?? "";
    }

    [Theory]
    [InlineData("/worklist/month?of=2026-02", "2026年2月")]
    [InlineData("/worklist/month?of=nonsense", "2025年")]
    [InlineData("/worklist/month?of=9999-12", "2025年")]
    [InlineData("/worklist/overview", "总览")]
    [InlineData("/worklist/done?after=nonsense", "已办")]
    public async Task Page_AskedWithAnything_Answers(string path, string says)
    {
        var page = await (await Browser.OfAsync(server, "province")).GetAsync(path);

        Assert.Equal(200, page.Status);
        Assert.Contains(says, page.Html.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Display_SetLarge_HoldsOnEveryPageAndLeadsToNoOtherSite()
    {
        var anybody = await Browser.OfAsync(server);

        using var set = await anybody.Client.PostAsync("/display", new FormUrlEncodedContent([new("size", "large"), new("back", "//elsewhere.example/")]));

        Assert.Equal("/", set.Headers.Location!.ToString());
        Assert.Equal("large", (await anybody.GetAsync("/notices")).Html.DocumentElement.ClassName);
        using var larger = await anybody.Client.PostAsync("/display", new FormUrlEncodedContent([new("size", "largest"), new("back", "/notices")]));
        using var alone = await anybody.Client.PostAsync("/display", new FormUrlEncodedContent([new("language", "zh"), new("back", "/notices")]));
        Assert.Equal("large largest chinese-alone", (await anybody.GetAsync("/notices")).Html.DocumentElement.ClassName);
        using var back = await anybody.Client.PostAsync("/display", new FormUrlEncodedContent([new("size", "huge"), new("language", "both")]));
        Assert.Equal("", (await anybody.GetAsync("/notices")).Html.DocumentElement.ClassName ?? "");
    }

    private static string Said(Page page) => page.Html.QuerySelector("[data-testid=error-summary], .problem")!.TextContent;
}
