using Xunit.Abstractions;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.Scanners;

/// <summary>What opens the links of mails before their readers do: it changes nothing and uses nothing up.</summary>
public sealed class ScannerTests(ScannedOffice office, ITestOutputHelper output) : IClassFixture<ScannedOffice>
{
    private static readonly int Times = RunSize.Of(10, 100);
    private static readonly int MostPages = RunSize.Of(50, 800);

    private readonly DemoServer _server = office.Server;

    [Fact]
    public async Task Scanner_OpeningEveryLinkOfEveryMailManyTimes_ChangesNoCase()
    {
        var (links, before) = (office.Links(), StoreImage.Of(_server.DataFolder));
        Assert.All(links, l => Assert.StartsWith(_server.Address + "/", l, StringComparison.Ordinal));
        Assert.Contains(links, l => l.Contains("/actions/", StringComparison.Ordinal));
        using var client = new HttpClient();
        var gets = 0;
        await Parallel.ForEachAsync(links, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (link, _) =>
        {
            for (var n = 0; n < Times; n++)
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
                {
                    using var answer = await client.SendAsync(new HttpRequestMessage(method, link), CancellationToken.None);
                    Assert.True((int)answer.StatusCode < 500, $"{method} {link}: {answer.StatusCode}");
                    Interlocked.Increment(ref gets);
                }
            }
        });

        Assert.Equal(before, StoreImage.Of(_server.DataFolder));
        output.WriteLine($"{office.Mails().Count} mails, {links.Count} links, {gets} requests");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("city-dalian")]
    [InlineData("province")]
    [InlineData("zone-body-2")]
    public async Task Scanner_ClickingOnThroughThePages_ChangesNoCase(string? signedIn)
    {
        var before = StoreImage.Of(_server.DataFolder);
        var browser = await Browser.OfAsync(_server, signedIn);
        var (waiting, seen) = (new Queue<string>(office.Links().Select(l => new Uri(l).PathAndQuery)), new HashSet<string>(StringComparer.Ordinal));
        var pages = 0;
        while (waiting.TryDequeue(out var path) && pages < MostPages)
        {
            if (!seen.Add(path))
            {
                continue;
            }

            using var answer = await browser.Client.GetAsync(path);
            pages++;
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
            HasNoScripts(path, await Browser.ReadAsync(answer));
            foreach (var next in Next(path, await Browser.ReadAsync(answer)).Where(n => !seen.Contains(n)))
            {
                waiting.Enqueue(next);
            }
        }

        Assert.Equal(before, StoreImage.Of(_server.DataFolder));
        output.WriteLine($"{signedIn ?? "nobody"}: {pages} pages, {waiting.Count} left");
    }

    [Fact]
    public async Task Link_ScannedManyTimes_StillServesItsReader()
    {
        using var client = new HttpClient();
        var action = office.Mails().Where(m => m["To"]!.Contains("city@dalian.example", StringComparison.Ordinal) && m["Subject"]!.Contains("大连待推荐集聚区", StringComparison.Ordinal))
            .SelectMany(ScannedOffice.LinksOf).Last(l => l.Contains("/actions/", StringComparison.Ordinal));
        for (var n = 0; n < Times; n++)
        {
            Assert.Equal(200, (int)(await client.GetAsync(action)).StatusCode);
            Assert.Equal(200, (int)(await client.GetAsync(office.SignInLink)).StatusCode);
        }

        var browser = await Browser.OfAsync(_server);
        var shown = await browser.GetAsync(new Uri(office.SignInLink).PathAndQuery);
        var confirmed = await browser.PostAsync(new Uri(office.SignInLink).PathAndQuery, Browser.Hidden(shown));
        Assert.Equal(303, confirmed.Status);
    }

    private static void HasNoScripts(string path, Page page)
    {
        var policy = page.Answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        if (policy.Contains("script-src", StringComparison.Ordinal))
        {
            // The few pages with the one script file: nothing else may run there, and nobody else be asked.
            Assert.Contains("script-src 'self'; connect-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }

        if (page.Answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        Assert.True(page.Html.QuerySelector("script:not([src^='/page.js?v=']), iframe, embed") is null, path);
        Assert.True(page.Html.QuerySelector("script") is null || policy.Contains("script-src", StringComparison.Ordinal), path);
        // The one thing inside a page that is none: a document of the case in the browser's own PDF viewer.
        Assert.All(page.Html.QuerySelectorAll("object"), e => Assert.Equal(("application/pdf", $"{path[..^"preview".Length]}shown"), (e.GetAttribute("type"), e.GetAttribute("data"))));
        Assert.DoesNotContain(page.Html.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(page.Html.All.SelectMany(e => e.Attributes), a => a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    private IEnumerable<string> Next(string path, Page page)
    {
        var from = new Uri(_server.Address + path);
        var places = page.Answer.Headers.Location is { } to ? [to.ToString()]
            : page.Answer.Content.Headers.ContentType?.MediaType == "text/html"
                ? page.Html.QuerySelectorAll("a[href], link[href], form:not([method=post])").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action") ?? "")
                : [];
        return places.Select(p => new Uri(from, p)).Where(u => u.Authority == from.Authority).Select(u => u.PathAndQuery);
    }
}
