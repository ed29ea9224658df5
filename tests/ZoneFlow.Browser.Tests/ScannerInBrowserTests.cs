using System.Globalization;
using Microsoft.Playwright;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Server.Tests.Scanners;
using ZoneFlow.TestKit.Parts;
using Xunit.Abstractions;

namespace ZoneFlow.Browser.Tests;

/// <summary>
/// A mail scanner with a real browser that runs scripts: it opens every link of every mail, waits until all is loaded, and changes no
/// case. How often each stands in ZONEFLOW_SCANS; three times where nothing does.
/// </summary>
[NeedsChromium]
[NeedsFullRun]
public sealed class ScannerInBrowserTests(ScannedOffice office, ITestOutputHelper output) : IClassFixture<ScannedOffice>
{
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("ZONEFLOW_SCANS"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 3;

    [FactIfPresent]
    public async Task Scanner_RunningScripts_ChangesNoCase()
    {
        var (links, before) = (office.Links(), StoreImage.Of(office.Server.DataFolder));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = NeedsChromiumAttribute.Chromium, Args = Chromium.Arguments });
        var page = await (await browser.NewContextAsync(new() { JavaScriptEnabled = true })).NewPageAsync();
        // Thousands of openings take long, and a machine that has other work is no finding.
        page.SetDefaultNavigationTimeout((float)TimeSpan.FromMinutes(5).TotalMilliseconds);
        var opened = 0;
        foreach (var link in links)
        {
            for (var n = 0; n < Times; n++)
            {
                try
                {
                    var answer = await page.GotoAsync(link, new() { WaitUntil = WaitUntilState.Load });
                    Assert.True(answer!.Status < 500, $"{link}: {answer.Status}");
                }
                catch (PlaywrightException download) when (download.Message.Contains("Download is starting", StringComparison.Ordinal))
                {
                    // A document is taken away rather than shown.
                }

                opened++;
            }
        }

        Assert.Equal(before, StoreImage.Of(office.Server.DataFolder));
        output.WriteLine($"{links.Count} links, {opened} openings by a browser that runs scripts");
    }
}
