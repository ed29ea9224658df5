using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>An office reached by https behind a proxy: what its answers tell browsers, and how long sessions live.</summary>
public sealed class SecureAddressTests : IAsyncLifetime
{
    private readonly DemoServer _server = new();

    public async Task InitializeAsync()
    {
        var settings = new { ZoneFlow = new { BaseAddress = "https://zones.example", Proxies = new[] { "127.0.0.1" } } };
        await File.WriteAllTextAsync(Path.Combine(_server.DataFolder, "zoneflow.json"), JsonSerializer.Serialize(settings));
        await _server.InitializeAsync();
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Answer_OfAnyKind_BindsTheBrowser()
    {
        using var client = _server.Client();
        foreach (var asked in (string[])["GET /", "GET /nowhere", "GET /worklist", "GET /api/worklist", "GET /operator/health", "GET /feed.atom", "POST /sign-in", "TRACE /"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(asked.Split(' ')[0]), asked.Split(' ')[1]);
            using var answer = await client.SendAsync(request);
            string Header(string name) => $"{asked}: {string.Join(" and ", answer.Headers.TryGetValues(name, out var found) ? found : [])}";
            Assert.Equal($"{asked}: max-age=31536000", Header("Strict-Transport-Security"));
            Assert.Equal($"{asked}: nosniff", Header("X-Content-Type-Options"));
            Assert.Equal($"{asked}: no-referrer", Header("Referrer-Policy"));
            Assert.Contains("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("script", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.True(request.Method != HttpMethod.Trace || (int)answer.StatusCode is 404 or 405, $"{asked}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task SigningIn_TakesAFreshCookieOfThisHostAlone_AndEndsTheOneBefore()
    {
        var sample = Samples.People.First(p => p.Key == "province");
        var planted = await _server.TokenAsync("province");
        using var client = _server.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"__Host-zoneflow={planted}");
        Assert.Equal(200, await StatusAsync(planted));
        var ticket = (await _server.Services.GetRequiredService<SignIns>().RequestAsync(sample.Email, null, default)).Single().Token;
        var page = await Browser.ReadAsync(await client.GetAsync($"/sign-in/{ticket.Value}"));
        var answer = await client.PostAsync($"/sign-in/{ticket.Value}", new FormUrlEncodedContent(Browser.Hidden(page).Select(f => KeyValuePair.Create(f.Name, f.Value))));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-zoneflow=", StringComparison.Ordinal));
        Assert.All((string[])["secure", "httponly", "samesite=strict", "path=/"], word => Assert.Contains(word, cookie.Split("; "), StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        var fresh = cookie["__Host-zoneflow=".Length..].Split(';')[0];
        Assert.NotEqual(planted, fresh);
        Assert.Equal(302, await StatusAsync(planted));
        Assert.Equal(200, await StatusAsync(fresh));
    }

    [Fact]
    public async Task SigningOut_EndsTheSessionAndClearsTheBrowser()
    {
        var token = await _server.TokenAsync("province");
        using var client = _server.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"__Host-zoneflow={token}");
        var page = await Browser.ReadAsync(await client.GetAsync("/worklist"));
        var nonce = page.Html.QuerySelector("form[action='/sign-out'] input[name=nonce]")!.GetAttribute("value")!;

        Assert.Equal(200, await StatusAsync(token));
        var stale = await client.PostAsync("/sign-out", new FormUrlEncodedContent([KeyValuePair.Create("nonce", "x")]));
        Assert.NotEqual(200, (int)stale.StatusCode);
        Assert.Equal(200, await StatusAsync(token));
        var answer = await client.PostAsync("/sign-out", new FormUrlEncodedContent([KeyValuePair.Create("nonce", nonce)]));
        Assert.Contains("storage", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")), StringComparison.Ordinal);
        Assert.Equal(302, await StatusAsync(token));
    }

    [Fact]
    public async Task Session_Idle_EndsAfterTenHours_AndInAnyCaseAfterSevenDays()
    {
        var idle = await _server.TokenAsync("province");
        _server.Wall.Advance(TimeSpan.FromHours(10.1));
        Assert.Equal(302, await StatusAsync(idle));

        var busy = await _server.TokenAsync("province");
        for (var hours = 0; hours < 7 * 24; hours += 8)
        {
            Assert.Equal(200, await StatusAsync(busy));
            _server.Wall.Advance(TimeSpan.FromHours(8));
        }

        Assert.Equal(302, await StatusAsync(busy));
    }

    [Fact]
    public async Task RateLimit_CountsWhoeverStandsBehindTheProxy_EachForThemselves()
    {
        Assert.Equal(429, await LookUpAsync(_server, 31, _ => "203.0.113.1"));
        Assert.NotEqual(429, await LookUpAsync(_server, 1, _ => "203.0.113.2"));
    }

    [Fact]
    public async Task RateLimit_WithoutAProxy_BelievesNoHeader()
    {
        var server = new DemoServer();
        await server.InitializeAsync();
        Assert.Equal(429, await LookUpAsync(server, 31, n => $"203.0.113.{n}"));
        await server.DisposeAsync();
    }

    private static async Task<int> LookUpAsync(DemoServer server, int times, Func<int, string> from)
    {
        using var client = server.Client();
        var last = 0;
        for (var n = 0; n < times; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/progress")
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("number", $"LN-{n}"), KeyValuePair.Create("code", "ABCD")]), Headers = { { "X-Forwarded-For", from(n) } },
            };
            last = (int)(await client.SendAsync(request)).StatusCode;
        }

        return last;
    }

    private async Task<int> StatusAsync(string token)
    {
        using var client = _server.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"__Host-zoneflow={token}");
        return (int)(await client.GetAsync("/worklist")).StatusCode;
    }
}
