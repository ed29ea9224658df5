using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>The pages that no walk of a life opens, and the ones that people open on the way, on a telephone.</summary>
[NeedsChromium]
[NeedsFullRun]
public sealed class PhoneTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Zone = "辽宁沈抚改革创新示范区知识产权服务业高质量集聚发展区";

    [FactIfPresent]
    public async Task EssentialPages_OnATelephone_FitItsWidth()
    {
        var life = await Chapters.DesignatedAsync(chromium.Server, Zone);
        var reader = await chromium.OpenAsync(phone: true);
        foreach (var (path, name) in (IEnumerable<(string, string)>)[("/", "20-home"), ("/notices", "20-notices"), ("/announcements", "20-announcements"),
            ($"/zones/{life.Zone}", "20-zone"), ("/sign-in", "20-sign-in"), ("/demo/personas", "20-people"), ("/demo/mailbox", "20-mailbox"), ("/demo/clock", "20-clock")])
        {
            await reader.GoAsync(path, name);
        }

        var body = await chromium.SignInAsync("zone-body", phone: true);
        await body.SeeAsync("21-worklist");
        foreach (var page in (string[])["done", "month", "overview", "calendars"])
        {
            await body.Window.GoAsync($"/worklist/{page}", $"21-worklist-{page}");
        }

        await body.Window.GoAsync("/progress", "21-look-up");
        await body.DossierAsync(Zone, "21-dossier");
        await body.Page.Locator("a[href*='/deadlines/']").First.ClickAsync();
        await body.SeeAsync("21-deadline");
        await body.DossierAsync(Zone);
        await body.ChooseAsync("报送建设方案");
        await body.SeeAsync("21-action");
    }

    [FactIfPresent]
    public async Task OperatorsPages_OnATelephone_FitItsWidth()
    {
        var person = await chromium.SignInAsync("office-operator", phone: true);
        foreach (var page in (string[])["parties", "outbox", "parked", "packs", "health"])
        {
            await person.Window.GoAsync($"/operator/{page}", $"22-{page}");
        }

        await person.Window.GoAsync("/operator/parties/party-city-shenyang", "22-party");
    }
}
