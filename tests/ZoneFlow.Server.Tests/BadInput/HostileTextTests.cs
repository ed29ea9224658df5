using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>Texts that try to be something else: on pages, in mails and in their headers.</summary>
public sealed class HostileTextTests : IAsyncLifetime
{
    private const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    private readonly DemoServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Name_ThatIsMarkup_IsTextOnEveryPageAndInEveryMail()
    {
        var life = await Chapters.AppliedAsync(_server, $"集聚区{Script}");
        await life.City.ActAsync(life.Zone, "return", reason: $"请改{Script}");
        foreach (var person in (string[])["zone-body", "city-shenyang", "province"])
        {
            var browser = await Browser.OfAsync(_server, person);
            foreach (var path in (string[])["/worklist", $"/cases/{life.Zone}", $"/cases/{life.Zone}/form", "/demo/mailbox", $"/?q={Uri.EscapeDataString(Script)}"])
            {
                var page = await browser.GetAsync(path);
                Assert.Equal(200, page.Status);
                Assert.Null(page.Html.QuerySelector("script:not([src^='/page.js?v=']), [onerror], img[src=x]"));
            }
        }

        var mails = _server.MailsTo(life.Body.Sample.Email);
        Assert.Contains(mails, m => m.Text!.Contains(Script, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.DoesNotContain("<script>", m.Html!, StringComparison.Ordinal));
    }

    public static TheoryData<string> Names => new()
    {
        { "集聚区\r\nBcc: all@world.example" },
        { "集聚区\nX-Evil: 1" },
        { "集聚区\u2028\u0000终" },
    };

    public static IEnumerable<object[]> Some => RunSize.Of(3, Names);

    [Theory]
    [MemberData(nameof(Some))]
    public async Task Name_WithLineBreaks_AddsNoHeader(string name)
    {
        var body = await _server.SignInAsync("zone-body");
        using var opened = await body.Client.PostAsync("/api/zones", UntouchedZone.Json(new { policy = "liaoning-2025", name, region = "沈阳市" }));
        if (!opened.IsSuccessStatusCode)
        {
            Assert.Equal(422, (await Problem.OfAsync(opened)).Status);
            return;
        }

        var zone = System.Text.Json.JsonDocument.Parse(await opened.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        await body.SendAsync(HttpMethod.Put, $"/api/cases/{zone}/answers", new { answers = Chapters.Answers() });
        await body.ActAsync(zone, "submit");
        var mails = _server.MailsTo("city@shenyang.example");
        Assert.NotEmpty(mails);
        Assert.All(mails, m =>
        {
            Assert.Null(m["Bcc"]);
            Assert.Null(m["X-Evil"]);
            Assert.DoesNotContain('\n', m["Subject"]!);
        });
        Assert.Equal(0L, StoreImage.Ask(_server.DataFolder, "SELECT count(*) FROM outbox WHERE parked <> 0 OR attempts > 0"));
    }

    [Fact]
    public async Task Reason_WithAPlaceholderOfALetter_StaysAsItWasWritten()
    {
        var life = await Chapters.AppliedAsync(_server, "沈阳占位符集聚区");
        await life.City.ActAsync(life.Zone, "return", reason: "见{title}与{due}");

        Assert.Contains(_server.MailsTo(life.Body.Sample.Email), m => m.Text!.Contains("见{title}与{due}", StringComparison.Ordinal));
    }
}
