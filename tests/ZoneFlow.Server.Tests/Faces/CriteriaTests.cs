using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>Conditions judged for what is typed and not yet saved: the server says, and keeps nothing.</summary>
public sealed class CriteriaTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task Criteria_ForTypedValues_AreJudgedAndNothingIsSaved()
    {
        var applicant = await server.SignInAsync("zone-body");
        var zone = (await applicant.SendAsync(
            HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name = "随填随核集聚区", region = "沈阳市" }, 201)).GetProperty("id").GetString()!;
        await applicant.SendAsync(HttpMethod.Put, $"/api/cases/{zone}/answers", new { answers = Chapters.Answers() });
        var body = await Browser.OfAsync(server, "zone-body");
        var page = await body.GetAsync($"/cases/{zone}/form");
        var before = await server.Services.GetRequiredService<LookUps>().AnswersAsync(new CaseId(zone), default);
        var address = page.Html.QuerySelector("[data-testid=form]")!.GetAttribute("data-criteria")!;
        Assert.Contains("script-src 'self'", page.Answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Empty(Unmet(page));

        Assert.Empty(Unmet(await body.PostAsync(address, [("core-area", "800")])));
        var few = await body.PostAsync(address, [("physical", "1"), ("functional", "2"), ("core-area", "八百")]);
        Assert.Equal(200, few.Status);
        Assert.Equal(3, Unmet(few).Count);
        Assert.Contains("未达到3项", few.Html.QuerySelector("[data-testid=criteria-counts]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(few.Html.QuerySelector("main"));
        Assert.Equal(3, Unmet(await body.PostAsync(address, [("physical", ""), ("functional", ""), ("core-area", "")])).Count);

        Assert.Equal(before, await server.Services.GetRequiredService<LookUps>().AnswersAsync(new CaseId(zone), default));
        Assert.Equal(403, (await (await Browser.OfAsync(server, "zone-body-2")).PostAsync(address, [("physical", "1")])).Status);
        Assert.Equal(401, (await (await Browser.OfAsync(server)).PostAsync(address, [("physical", "1")])).Status);
    }

    private static IReadOnlyList<string?> Unmet(Page page) =>
        [.. page.Html.QuerySelectorAll("[data-testid=criteria] [data-standing=Unmet]").Select(e => e.GetAttribute("data-testid"))];
}
