using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>辽宁 on telephones with scripts off: a zone applied for, recommended from the mail, and judged by its experts.</summary>
[NeedsChromium]
[NeedsFullRun]
public sealed class ByPhoneTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Zone = "全程用手机办理的集聚区";

    [FactIfPresent]
    public async Task Zone_AppliedForRecommendedAndEvaluated_OnTelephones()
    {
        var office = new Office(chromium, phone: true);

        await office.ApplyAsync("zone-body-2", Zone, "大连市", "70-by-phone");
        await (await office.AsAsync("city-dalian")).ActByMailAsync(Zone, "推荐", "70-by-phone-recommend");
        await office.EvaluateAsync(Zone, "70-by-phone-evaluate");

        var applicant = await office.AsAsync("zone-body-2");
        await applicant.DossierAsync(Zone, "70-by-phone-dossier");
        Assert.Contains("待提请审议", await applicant.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [FactIfPresent]
    public async Task Pages_InTheLargestSize_FitATelephone()
    {
        var life = await Chapters.DesignatedAsync(chromium.Server, "特大字的集聚区");
        var body = await chromium.SignInAsync("zone-body", phone: true);
        await body.Page.GotoAsync("/");
        await body.Page.GetByTestId("size-largest").ClickAsync();
        foreach (var (path, name) in (IEnumerable<(string, string)>)[("/", "home"), ("/worklist", "worklist"), ($"/cases/{life.Zone}", "case"), ("/progress", "look-up"),
            ($"/notices/{life.Round}/sitting/1/3", "notice"), ($"/cases/{life.Zone}/act/report-change", "action")])
        {
            await body.Window.GoAsync(path, $"71-largest-{name}");
            Assert.Equal("large largest", await body.Page.EvaluateAsync<string>("document.documentElement.className"));
        }
    }
}
