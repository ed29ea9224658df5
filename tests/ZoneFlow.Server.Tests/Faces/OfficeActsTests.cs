using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>What the deciding office enters besides a policy's own acts: an existing zone taken over, a wrong date put right.</summary>
public sealed class OfficeActsTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Adoption_OfAnExistingZone_TakesItsDatesAndOwesNothingSettled()
    {
        await server.MoveToAsync("2026-03-02");
        var province = await Browser.OfAsync(server, "province");
        Assert.NotNull((await province.GetAsync("/worklist")).Html.QuerySelector("[data-testid=adopt-link]"));
        var page = await province.GetAsync("/worklist/adopt?policy=liaoning-2025");
        List<(string, string)> fields =
        [
            ("policy", "liaoning-2025"), ("title", "既有集聚区"), ("region", "大连市"), ("standing", "constructing"), ("with.zone-body", "party-zone-body-2"),
            ("date.designated", "2025-06-03"), ("slot.designated", "approval"), ("settled.formal-plan", "once"), ("settled.annual-report", "2026"),
        ];

        var unpapered = await province.PostAsync("/worklist/adopt", [.. Browser.Hidden(page, "form[method=post]").Where(h => h.Name != "policy"), .. fields]);
        Assert.Equal(422, unpapered.Status);
        Assert.Contains("请上传依据的文件", unpapered.Html.QuerySelector("[data-testid=refusal]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("既有集聚区", unpapered.Html.QuerySelector("input[name=title]")!.GetAttribute("value"));
        Assert.Equal("2025-06-03", unpapered.Html.QuerySelector("[name='date.designated']")!.GetAttribute("value"));
        (string, string, byte[])[] papers = [("designated", "批复.pdf", TestKit.Papers.Pdf("批复"))];
        var uncoded = await province.PostAsync("/worklist/adopt", [.. Browser.Hidden(unpapered, "form[method=post]").Where(h => h.Name != "policy"), .. fields], papers);
        Assert.Equal((403, "second-factor"), (uncoded.Status, uncoded.Html.QuerySelector("[data-testid=refusal]")!.GetAttribute("data-rule")));
        var code = await (await server.SignInAsync("province")).CodeAsync();
        var done = await province.PostAsync(
            "/worklist/adopt", [.. Browser.Hidden(uncoded, "form[method=post]").Where(h => h.Name != "policy"), .. fields, ("code", code)], papers);

        Assert.Equal(303, done.Status);
        var state = await server.StateAsync(done.Answer.Headers.Location!.ToString()["/cases/".Length..]);
        Assert.Equal(("constructing", "既有集聚区"), (state.Standing, state.Title));
        Assert.Equal(new DateOnly(2027, 6, 3), state.Marks["term-end"].Date);
        Assert.Empty(state.Occurrences);
        Assert.Contains("既有集聚区", (await (await Browser.OfAsync(server, "zone-body-2")).GetAsync("/worklist")).Text, StringComparison.Ordinal);
        var again = await province.GetAsync("/worklist/adopt?policy=liaoning-2025");
        var taken = await province.PostAsync(
            "/worklist/adopt", [.. Browser.Hidden(again, "form[method=post]").Where(h => h.Name != "policy"), .. fields, ("code", "000000")], papers);
        Assert.Equal("name-taken", taken.Html.QuerySelector("[data-testid=refusal]")!.GetAttribute("data-rule"));
    }

    [Fact]
    public async Task Adoption_AskedForByAnybodyElse_IsNotOffered()
    {
        foreach (var other in (string[])["zone-body", "city-shenyang", "office-operator", "expert-1"])
        {
            var reader = await Browser.OfAsync(server, other);
            Assert.Null((await reader.GetAsync("/worklist")).Html.QuerySelector("[data-testid=adopt-link]"));
            var page = await reader.GetAsync("/worklist/adopt?policy=liaoning-2025");
            Assert.Null(page.Html.QuerySelector("[data-testid=adoption-form]"));
        }
    }

    [Fact]
    public async Task Correction_OfADate_IsJournalledWithItsPaperAndMovesWhatHangsOnIt()
    {
        var life = await Chapters.DesignatedAsync(server, "更正集聚区");
        var before = await server.StateAsync(life.Zone);
        var province = await Browser.OfAsync(server, "province");
        var path = (await province.GetAsync($"/cases/{life.Zone}")).Html.QuerySelector("[data-testid=correct-link]")!.GetAttribute("href")!;
        var right = before.Marks["designated"].Date.AddDays(-2);
        var page = await province.GetAsync(path);
        var empty = await province.PostAsync(path, [.. Browser.Hidden(page, "[data-testid=correction-form]"), ("what", "mark.designated"), ("date", "2025-02-30"), ("reason", "")]);
        Assert.Equal(422, empty.Status);
        Assert.Equal("2025-02-30", empty.Html.QuerySelector("input[name=date]")!.GetAttribute("value"));
        Assert.Contains("没有“2025-02-30”这一天", empty.Text, StringComparison.Ordinal);

        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Browser.Hidden(empty, "[data-testid=correction-form]").Concat(
            [("what", "mark.designated"), ("date", right.ToString("yyyy-MM-dd", null)), ("slot", "approval"), ("reason", "文件落款日期录错"), ("code", await life.Province.CodeAsync())]))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(ApiPerson.Pdf("批复"), "file", "批复.pdf");
        var done = await Browser.ReadAsync(await province.Client.PostAsync(path, form));

        Assert.Equal(302, done.Status);
        Assert.Contains("更正为", (await province.GetAsync(done.Answer.Headers.Location!.ToString())).Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var after = await server.StateAsync(life.Zone);
        Assert.Equal((right, right.AddYears(2)), (after.Marks["designated"].Date, after.Marks["term-end"].Date));
        foreach (var other in (string[])["zone-body", "city-shenyang"])
        {
            Assert.Equal(403, (await (await Browser.OfAsync(server, other)).GetAsync(path)).Status);
        }
    }
}
