using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Server.Tests.Scanners;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>Emailed links that do not hold, and posts that come twice or too late.</summary>
public sealed class BadLinkTests : IAsyncLifetime
{
    private readonly DemoServer _server = new();
    private DesignatedZone _life = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        _life = await Chapters.AppliedAsync(_server, "沈阳待推荐集聚区");
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Link_ActedOnTwice_ShowsTheFirstResult()
    {
        var browser = await Browser.OfAsync(_server);
        var form = await browser.GetAsync($"{Link()}/recommend");
        Assert.Equal(200, form.Status);
        var (fields, files) = (await FieldsAsync(form), new[] { ("recommendation", "推荐函.pdf", UntouchedZone.Pdf()) });

        var first = await browser.PostAsync($"{Link()}/recommend", fields, files);
        Assert.Equal(302, first.Status);
        await _server.SettleAsync();
        var after = Image();
        var second = await browser.PostAsync($"{Link()}/recommend", fields, files);
        var opened = await browser.GetAsync(Link());

        Assert.Equal(200, second.Status);
        Assert.Contains("已于", second.Text, StringComparison.Ordinal);
        Assert.Contains("已于", opened.Text, StringComparison.Ordinal);
        Assert.Equal(after, Image());
        Assert.Equal("evaluation", (await _server.StateAsync(_life.Zone)).Procedures[0].Stage);
    }

    [Fact]
    public async Task Link_SupersededByALaterMail_SaysSoAndTheTaskMovesOnUnderTheNewOne()
    {
        var old = Link();
        await _life.City.ActAsync(_life.Zone, "return");
        await _life.Body.ActAsync(_life.Zone, "resubmit");
        var browser = await Browser.OfAsync(_server);

        await FaultAsync(browser, old, 410, "Superseded");
        Assert.NotEqual(old, Link());
        Assert.Equal(200, (await browser.GetAsync(Link())).Status);
    }

    [Fact]
    public async Task Link_WhoseTaskWasDoneOtherwise_SaysWhatWasDoneAndByWhom()
    {
        var form = await (await Browser.OfAsync(_server)).GetAsync($"{Link()}/recommend");
        await _life.City.ActAsync(_life.Zone, "decline");
        var (before, browser) = (Image(), await Browser.OfAsync(_server));

        var shown = await browser.GetAsync(Link());
        Assert.Equal(410, shown.Status);
        Assert.Contains("不予推荐", shown.Html.QuerySelector("[data-testid=already-done]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(_life.City.Sample.Name, shown.Html.QuerySelector("[data-testid=already-done]")!.TextContent, StringComparison.Ordinal);
        var late = await browser.PostAsync($"{Link()}/recommend", await FieldsAsync(form), [("recommendation", "推荐函.pdf", UntouchedZone.Pdf())]);

        Assert.Equal(410, late.Status);
        Assert.Equal(before, Image());
    }

    [Fact]
    public async Task Link_Forged_TellsNothing()
    {
        var browser = await Browser.OfAsync(_server);
        var token = Token.New(_server.Services.GetRequiredService<RandomBytes>()).Value;
        foreach (var forged in (string[])[$"/actions/{_life.Zone}/{token}", $"/actions/{_life.Zone}/short", $"/actions/zone-none/{token}", $"/actions/{_life.Zone}/{token}/recommend"])
        {
            await FaultAsync(browser, forged, 404, "Forged");
            Assert.DoesNotContain("沈阳待推荐集聚区", (await browser.GetAsync(forged)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Link_Expired_SaysSo()
    {
        // The clock alone is moved: the reminders of a living task would put another link in this one's place.
        var city = (await _server.Services.GetRequiredService<Runtime.Shell.Parties>().PeopleAsync(new PartyId("party-city-shenyang"), default))[0];
        var link = new Uri(await _server.Services.GetRequiredService<ActionLinks>().IssueAsync(new CaseId(_life.Zone), city, "designation/1", 2, "test", _server.Now.AddDays(1), default));
        var browser = await Browser.OfAsync(_server);
        Assert.Equal(200, (await browser.GetAsync(link.PathAndQuery)).Status);
        await _server.Services.GetRequiredService<MovableClock>().MoveToAsync(_server.Services.GetRequiredService<ICaseStore>(), _server.Now.AddDays(62), default);
        await FaultAsync(browser, link.PathAndQuery, 410, "Expired");
    }

    [Fact]
    public async Task Post_WithoutThePagesNonce_IsStaleAndChangesNothing()
    {
        var (before, browser) = (Image(), await Browser.OfAsync(_server));
        var form = await browser.GetAsync($"{Link()}/recommend");
        var fields = (await FieldsAsync(form)).Select(f => f.Name == "nonce" ? ("nonce", "0" + f.Value[1..] + "x") : f);

        Assert.Equal(403, (await browser.PostAsync($"{Link()}/recommend", fields)).Status);
        Assert.Equal(before, Image());
    }

    [Fact]
    public async Task Post_WithoutTheTypedCheck_AsksForItAndChangesNothing()
    {
        var (before, browser) = (Image(), await Browser.OfAsync(_server));
        var form = await browser.GetAsync($"{Link()}/decline");

        var refused = await browser.PostAsync($"{Link()}/decline", [.. Browser.Hidden(form, "[data-testid=action-form]"), ("reason", "不符合"), ("check", "0000")]);

        Assert.Equal(422, refused.Status);
        Assert.NotNull(refused.Html.QuerySelector("[data-rule=check]"));
        Assert.Equal(before, Image());
    }

    [Fact]
    public async Task Post_FromAnotherSite_IsRefused()
    {
        var (before, browser) = (Image(), await Browser.OfAsync(_server));
        var form = await browser.GetAsync($"{Link()}/decline");
        browser.Client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        Assert.Equal(403, (await browser.PostAsync($"{Link()}/decline", await FieldsAsync(form))).Status);
        Assert.Equal(before, Image());
    }

    private IReadOnlyList<string> Image() => StoreImage.Of(_server.DataFolder);

    private string Link() => new Uri(_server.MailsTo(_life.City.Sample.Email).SelectMany(ScannedOffice.LinksOf).Last(l => l.Contains("/actions/", StringComparison.Ordinal))).PathAndQuery;

    private async Task<IReadOnlyList<(string Name, string Value)>> FieldsAsync(Page form)
    {
        var attested = form.Html.QuerySelectorAll("input[name=attest]").Select(i => ("attest", i.GetAttribute("value")!));
        return [.. Browser.Hidden(form, "[data-testid=action-form]"), .. attested, ("check", (await _server.StateAsync(_life.Zone)).Number[^4..])];
    }

    private static async Task FaultAsync(Browser browser, string path, int status, string fault)
    {
        var page = await browser.GetAsync(path);
        Assert.Equal((status, fault), (page.Status, page.Html.QuerySelector("[data-testid=link-problem]")?.GetAttribute("data-fault")));
    }
}
