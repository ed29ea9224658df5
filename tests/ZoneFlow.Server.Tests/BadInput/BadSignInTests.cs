using System.Net.Http.Json;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Server.Tests.Scanners;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>Sign-in links that are asked for too often, used, expired or made up.</summary>
public sealed class BadSignInTests : IAsyncLifetime
{
    private readonly DemoServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("officer@province.example")]
    [InlineData("nobody@nowhere.example")]
    public async Task SignIn_AskedForTooOften_Is429WhetherKnownOrNot(string email)
    {
        using var client = _server.Client();
        for (var n = 0; n < 5; n++)
        {
            Assert.Equal(202, (int)(await client.PostAsJsonAsync("/api/sign-in", new { email })).StatusCode);
        }

        (await Problem.OfAsync(await client.PostAsJsonAsync("/api/sign-in", new { email }))).Is(429, "too-many");
        var page = await (await _server.BrowserAsync()).PostAsync("/sign-in", [("email", email)]);
        Assert.Equal(429, page.Status);
        Assert.Equal(email.StartsWith("officer", StringComparison.Ordinal) ? 5 : 0, Mails(email).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("a@b.example\r\nBcc: all@world.example")]
    public async Task SignIn_ForNoAddress_IsNamed(string email)
    {
        using var client = _server.Client();
        (await Problem.OfAsync(await client.PostAsJsonAsync("/api/sign-in", new { email }))).Is(422, "email", "email");
        Assert.False(Directory.Exists(_server.MailFolder) && Directory.EnumerateFiles(_server.MailFolder, "*.eml").Any());
    }

    [Fact]
    public async Task SignInLink_UsedOrExpiredOrMadeUp_Is410()
    {
        using var client = _server.Client();
        async Task<string> LinkAsync()
        {
            await client.PostAsJsonAsync("/api/sign-in", new { email = "officer@province.example" });
            return new Uri(ScannedOffice.LinksOf(Mails("officer@province.example")[^1]).First(l => l.Contains("/sign-in/", StringComparison.Ordinal))).PathAndQuery;
        }

        var used = await LinkAsync();
        Assert.Equal(200, (int)(await client.PostAsync("/api" + used, null)).StatusCode);
        (await Problem.OfAsync(await client.PostAsync("/api" + used, null))).Is(410, "link-gone");

        var expired = await LinkAsync();
        _server.Wall.Advance(SignIns.TicketLife + TimeSpan.FromSeconds(1));
        (await Problem.OfAsync(await client.PostAsync("/api" + expired, null))).Is(410, "link-gone");
        Assert.Equal(410, (await (await _server.BrowserAsync()).GetAsync(expired)).Status);
        Assert.Equal(410, (await (await _server.BrowserAsync()).GetAsync("/sign-in/" + new string('A', 43))).Status);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task SignIn_ReturningElsewhere_IsRefused(string address) =>
        Assert.Equal(400, (await (await _server.BrowserAsync()).GetAsync($"/sign-in?return={Uri.EscapeDataString(address)}")).Status);

    private IReadOnlyList<TestKit.Mail.ReceivedMail> Mails(string email) => Directory.Exists(_server.MailFolder) ? _server.MailsTo(email) : [];
}
