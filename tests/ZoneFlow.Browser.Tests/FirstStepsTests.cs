using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>What an official does most, in a real browser with scripts off: from a mail over its link to an act, and the dossier after it.</summary>
[NeedsChromium]
public sealed class FirstStepsTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Zone = "抚顺知识产权服务集聚发展区";

    [FactIfPresent]
    public async Task Zone_AppliedFor_IsRecommendedByAMailedLink()
    {
        await Chapters.AppliedAsync(chromium.Server, Zone, "zone-body", "city-shenyang", "沈阳市");
        var city = await chromium.SignInAsync("city-shenyang");
        await city.ActByMailAsync(Zone, "推荐", "00-recommend");
        await city.DossierAsync(Zone, "00-dossier");
        Assert.Contains("组织评估", await city.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
