using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>A person sees where they are signed in and ends what is not theirs any more: one, or all the others.</summary>
public sealed class OwnSessionTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Path = "/sessions";
    private const string Form = "form[data-testid=sessions-form]";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string WeChat = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0";

    private readonly Dictionary<Browser, Token> _tokens = [];

    [Fact]
    public async Task Official_EndsOneAndThenAllOthers_WithACodeAndNeverTheirOwn()
    {
        var person = await server.SignInAsync("city-shenyang");
        var (own, phone, lost) = (await BeginAsync("city-shenyang", Firefox), await BeginAsync("city-shenyang", WeChat), await BeginAsync("city-shenyang", "curl/8"));
        var (stranger, _) = (await BeginAsync("province", Firefox), await BeginAsync("province", WeChat));

        var page = await own.GetAsync(Path);
        var said = page.Html.QuerySelector("[data-testid=sessions]")!.TextContent;
        Assert.All(["Firefox（Linux）", "微信（Android）", "其他浏览器", "程序接口", "当前会话"], words => Assert.Contains(words, said, StringComparison.Ordinal));
        Assert.DoesNotContain("AppleWebKit", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, page.Html.QuerySelectorAll("[data-testid=end-session]").Length);

        // Without a code nobody is put out; nor by a form of another session.
        var id = Named(page, "微信");
        Assert.Equal(403, (await EndAsync(own, page, ("session", id), ("code", "000000"))).Status);
        Assert.Equal(400, (await EndAsync(stranger, page, ("all", "1"), ("code", await person.CodeAsync()))).Status);
        Assert.Equal(200, (await phone.GetAsync("/worklist")).Status);

        var code = await person.CodeAsync();
        Assert.Equal(303, (await EndAsync(own, page, ("session", id), ("code", code))).Status);
        Assert.Equal(303, (await EndAsync(own, page, ("session", id), ("code", code))).Status);
        Assert.Equal((302, 200, 200), ((await phone.GetAsync("/worklist")).Status, (await lost.GetAsync("/worklist")).Status, (await own.GetAsync("/worklist")).Status));

        // An id of somebody else's session, or of one's own, ends nothing.
        var foreign = Named(await stranger.GetAsync(Path), null);
        page = await own.GetAsync(Path);
        foreach (var other in new[] { foreign, _tokens[own].Hash.Value[..16], "", "no such" })
        {
            Assert.Equal(303, (await EndAsync(own, page, ("session", other), ("code", await person.CodeAsync()))).Status);
        }

        Assert.Equal((200, 200, 200), ((await stranger.GetAsync("/worklist")).Status, (await lost.GetAsync("/worklist")).Status, (await own.GetAsync("/worklist")).Status));

        Assert.Equal(303, (await EndAsync(own, page, ("all", "1"), ("code", await person.CodeAsync()))).Status);
        Assert.Equal((302, 200, 401), ((await lost.GetAsync("/worklist")).Status, (await own.GetAsync("/worklist")).Status, (int)(await person.Client.GetAsync("/api/worklist")).StatusCode));
        Assert.Contains("没有其他会话", (await own.GetAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverHasNoCode_MustHaveJustSignedIn()
    {
        var body = Samples.People.First(p => p.Key == "zone-body");
        await server.Services.GetRequiredService<Codes>().ForgetAsync(DemoSeed.Person(body), default);
        var (own, other) = (await BeginAsync("zone-body", Firefox), await BeginAsync("zone-body", WeChat));
        server.Wall.Advance(TimeSpan.FromMinutes(16));

        var late = await EndAsync(own, await own.GetAsync(Path), ("all", "1"));
        Assert.Equal(403, late.Status);
        Assert.Contains("重新登录", late.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await other.GetAsync("/worklist")).Status);

        own = await BeginAsync("zone-body", Firefox);
        Assert.Equal(303, (await EndAsync(own, await own.GetAsync(Path), ("all", "1"))).Status);
        Assert.Equal((302, 200), ((await other.GetAsync("/worklist")).Status, (await own.GetAsync("/worklist")).Status));
    }

    [Fact]
    public async Task Nobody_IsAskedToSignIn() => Assert.Equal(302, (await (await Browser.OfAsync(server)).GetAsync(Path)).Status);

    private async Task<Browser> BeginAsync(string sample, string userAgent)
    {
        var person = Samples.People.First(p => p.Key == sample);
        var token = await server.Services.GetRequiredService<SignIns>().BeginAsync(
            DemoSeed.Person(person), DemoSeed.Party(person), Web.Access.BrowserFamily.Of(userAgent), default);
        var browser = new Browser(server, token.Value);
        _tokens[browser] = token;
        return browser;
    }

    private static string Named(Page page, string? words) => page.Html.QuerySelectorAll("[data-testid=sessions] li")
        .First(li => words is null ? li.QuerySelector("button") is not null : li.TextContent.Contains(words, StringComparison.Ordinal)).QuerySelector("button")!.GetAttribute("value")!;

    private static Task<Page> EndAsync(Browser browser, Page page, params (string Name, string Value)[] fields) =>
        browser.PostAsync(Path, [.. Browser.Hidden(page, Form), .. fields]);
}
