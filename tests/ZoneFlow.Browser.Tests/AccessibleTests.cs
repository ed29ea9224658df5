using System.Text.Json;
using Xunit.Abstractions;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>Every page by axe-core's rules for WCAG 2.1 A and AA, in the version for older readers and, at full size, in the ordinary one.</summary>
[NeedsChromium]
[NeedsNodeTools]
public sealed class AccessibleTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private const string Zone = "无障碍知识产权服务集聚区";
    private const string Ask =
        """
        async () => {
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] });
          return JSON.stringify({ passes: found.passes.length, wrong: found.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html).join(' | ')) });
        }
        """;

    private const string Missing = "/no-such-page";

    private static readonly string[] Public = ["/", "/notices", "/announcements", "/progress", "/sign-in"];
    private static readonly string[] OfAnOfficial = ["/worklist", "/worklist/done", "/worklist/month?of=2025-07", "/worklist/overview", "/worklist/plans", "/worklist/calendars"];
    private static readonly string[] OfTheOperator = ["/operator/parties", "/operator/parties/party-province", "/operator/outbox", "/operator/parked", "/operator/packs", "/operator/health"];

    [FactIfPresent]
    public async Task Page_Any_BreaksNoRule()
    {
        var life = await Chapters.DesignatedAsync(chromium.Server, Zone);
        var applying = await Chapters.AppliedAsync(chromium.Server, "申报中的集聚区", "zone-body-2", "city-dalian", "大连市");
        var wrong = new List<string>();
        var pages = 0;
        foreach (var (sample, paths) in (IEnumerable<(string?, string[])>)
            [
                (null, [Missing]), (null, [.. Public, $"/zones/{life.Zone}"]), ("province", [.. OfAnOfficial, $"/cases/{life.Zone}", $"/cases/{life.Zone}/plan", $"/cases/{life.Zone}/plan/book", $"/cases/{life.Zone}/plan/values"]), ("zone-body-2", [$"/cases/{applying.Zone}/form"]),
                ("zone-body", [$"/cases/{life.Zone}", $"/cases/{life.Zone}/act/report-change"]), ("office-operator", OfTheOperator),
            ])
        {
            var window = sample is null ? await chromium.OpenAsync(scripts: true) : (await chromium.SignInAsync(sample, scripts: true)).Window;
            foreach (var large in RunSize.Full ? (bool[])[false, true] : [true])
            {
                if (large)
                {
                    await window.Page.GotoAsync("/");
                    await window.Page.GetByTestId("display").ClickAsync();
                }

                foreach (var path in paths)
                {
                    pages++;
                    await window.Page.GotoAsync(path);
                    await window.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(NeedsNodeToolsAttribute.Modules!, "axe-core", "axe.min.js")));
                    var found = JsonDocument.Parse(await window.Page.EvaluateAsync<string>(Ask)).RootElement;
                    wrong.AddRange(found.GetProperty("wrong").EnumerateArray().Select(w => $"{sample} {path}{(large ? " large" : "")}: {w.GetString()}"));
                    Assert.True(found.GetProperty("passes").GetInt32() > 10);
                    if (path != Missing)
                    {
                        await window.LookAsync($"30-{pages}");
                    }
                }
            }
        }

        output.WriteLine($"{pages} pages");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
