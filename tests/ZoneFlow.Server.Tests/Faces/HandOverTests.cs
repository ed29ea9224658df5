using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>转办 over HTTP: the mail to the new person, the old link, both worklists, and two officials on one task.</summary>
public sealed class HandOverTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Email = "city2@shenyang.example";
    private static readonly PartyId City = new("party-city-shenyang");
    private static readonly PersonId Second = new("person-city-second");

    [Fact]
    public async Task HandOver_ToAColleague_MovesTaskMailAndLink()
    {
        var second = await SecondAsync();
        var life = await Chapters.AppliedAsync(server, "转办集聚区");
        await server.SettleAsync();
        var first = await Browser.OfAsync(server, "city-shenyang");
        var old = Link("city@shenyang.example", "转办集聚区");
        var page = await first.GetAsync(await OfferAsync(first, life.Zone, "转办"));
        Assert.Contains("市级经办丙", page.Html.QuerySelector("select[name=person]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("市级经办甲", page.Html.QuerySelector("select[name=person]")!.TextContent, StringComparison.Ordinal);
        var form = page.Html.QuerySelector("[data-testid=hand-over-form]")!.GetAttribute("action")!;

        var unsaid = await first.PostAsync(form, [.. Browser.Hidden(page, "form[data-testid=hand-over-form]"), ("person", ""), ("note", "下周出差")]);
        Assert.Equal(422, unsaid.Status);
        Assert.Contains("下周出差", unsaid.Html.QuerySelector("textarea[name=note]")!.TextContent, StringComparison.Ordinal);
        var done = await first.PostAsync(form, [.. Browser.Hidden(unsaid, "form[data-testid=hand-over-form]"), ("person", $"{City}|{Second}"), ("note", "下周出差")]);
        Assert.Equal(302, done.Status);
        Assert.Contains("市级经办丙", (await first.GetAsync(done.Answer.Headers.Location!.ToString())).Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await server.SettleAsync();

        var refused = await first.GetAsync(old);
        Assert.Equal(410, refused.Status);
        Assert.Equal("HandedOver", refused.Html.QuerySelector("[data-testid=link-problem]")!.GetAttribute("data-fault"));
        Assert.Contains("市级经办丙", refused.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("下周出差", server.MailsTo(Email)[^1].Text!, StringComparison.Ordinal);
        Assert.Equal(200, (await second.GetAsync(Link(Email, "转办集聚区"))).Status);
        Assert.Contains("转办集聚区", (await second.GetAsync("/worklist")).Html.QuerySelector("[data-testid=tasks]")!.TextContent, StringComparison.Ordinal);
        var mine = await first.GetAsync("/worklist");
        Assert.DoesNotContain("转办集聚区", mine.Html.QuerySelector("[data-testid=tasks]")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("市级经办丙", mine.Html.QuerySelector("[data-testid=with-others]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("转办集聚区", (await first.GetAsync("/worklist/done")).Html.QuerySelector("[data-testid=done-work]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_TakenByAColleagueMeanwhile_SaysWhoDidWhatAndWhen()
    {
        var second = await SecondAsync();
        var life = await Chapters.AppliedAsync(server, "两人同办集聚区");
        var first = await Browser.OfAsync(server, "city-shenyang");
        var path = await OfferAsync(first, life.Zone, "不予推荐");
        var page = await first.GetAsync(path);
        var late = await second.GetAsync(path);
        var form = page.Html.QuerySelector("[data-testid=action-form]")!.GetAttribute("action")!;
        Assert.Equal(302, (await first.PostAsync(form, [.. Browser.Hidden(page, "form[data-testid=action-form]"), ("reason", "不符合条件")])).Status);

        foreach (var seen in new[] { await second.PostAsync(form, [.. Browser.Hidden(late, "form[data-testid=action-form]"), ("reason", "材料不实")]), await second.GetAsync(path) })
        {
            Assert.Equal(409, seen.Status);
            var said = seen.Html.QuerySelector("[data-testid=done-by-another]")!.TextContent;
            Assert.Contains("市级经办甲", said, StringComparison.Ordinal);
            Assert.Contains("不予推荐", said, StringComparison.Ordinal);
            Assert.Contains("2025年", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/worklist/zones", "/worklist")]
    [InlineData("/operator/parties/party-province/roles/end", "/operator/parties/party-province")]
    [InlineData("/operator/outbox/some/effect", "/operator/outbox")]
    public async Task Form_SentAfterTheSessionEnded_LeadsBackToItsPageOverSignIn(string form, string page)
    {
        var gone = await Browser.OfAsync(server);

        var answer = await gone.PostAsync(form, [("signal", "s"), ("nonce", "n")]);

        Assert.Equal(401, answer.Status);
        Assert.Equal($"/sign-in?return={Uri.EscapeDataString(page)}", answer.Html.QuerySelector("[data-testid=sign-in-again]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task ActionForm_SentAfterTheSessionEnded_LeadsBackToTheSameForm()
    {
        var life = await Chapters.AppliedAsync(server, "会话失效集聚区");
        var path = $"/cases/{life.Zone}/act/decline?procedure=designation%2F1&visit=2";

        var answer = await (await Browser.OfAsync(server)).PostAsync(path, [("reason", "不符合条件")]);

        Assert.Equal($"/sign-in?return={Uri.EscapeDataString(path)}", answer.Html.QuerySelector("[data-testid=sign-in-again]")!.GetAttribute("href"));
    }

    // A colleague of the city's first person.
    private async Task<Browser> SecondAsync()
    {
        var registrar = server.Services.GetRequiredService<Registrar>();
        await registrar.AddPersonAsync(new SignalId("second-person"), Actor.System, City, Second, "市级经办丙", Email, default);
        return new Browser(server, (await server.Services.GetRequiredService<SignIns>().BeginAsync(Second, City, default)).Value);
    }

    private static async Task<string> OfferAsync(Browser reader, string zone, string label) =>
        (await reader.GetAsync($"/cases/{zone}")).Html.QuerySelectorAll("[data-testid=offer]").First(o => o.TextContent.Contains(label, StringComparison.Ordinal)).GetAttribute("href")!;

    private string Link(string email, string about) =>
        new Uri(server.MailsTo(email).Last(m => m["Subject"]!.Contains("待办", StringComparison.Ordinal) && m.Text!.Contains(about, StringComparison.Ordinal)).Text!
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).First(w => w.Contains("/actions/", StringComparison.Ordinal))).PathAndQuery;
}
