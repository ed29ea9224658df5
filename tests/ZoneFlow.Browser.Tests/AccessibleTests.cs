using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>Every page by axe-core's rules for WCAG 2.1 A and AA, in the ordinary version and in that for older readers.</summary>
[NeedsChromium]
[NeedsNodeTools]
[NeedsFullRun]
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

    private static readonly string[] Public =
    [
        "/", "/zones", "/notices", "/announcements", "/evidence", "/progress", "/sign-in", "/demo/personas", "/demo/mailbox", "/demo/clock",
    ];

    private static readonly string[] OfAnOfficial =
    [
        "/worklist", "/worklist/done", "/worklist/month?of=2025-07", "/worklist/overview", "/worklist/plans", "/worklist/calendars", "/sessions", "/worklist/check", "/worklist/adopt?policy=liaoning-2025",
    ];

    private static readonly string[] OfTheOperator =
    [
        "/operator/parties", "/operator/parties/party-province", "/operator/import", "/operator/outbox", "/operator/reminders", "/operator/parked",
        "/operator/packs", "/operator/packs/beijing-2023", "/operator/packs/publish", "/operator/packs/migrate", "/operator/dossiers", "/operator/calendar", "/operator/health",
        "/operator/erasure", "/operator/deletions", "/operator/archiving", "/operator/readings",
    ];

    [FactIfPresent]
    public async Task Page_Any_BreaksNoRule()
    {
        var life = await Chapters.DesignatedAsync(chromium.Server, Zone);
        var applying = await Chapters.AppliedAsync(chromium.Server, "申报中的集聚区", "zone-body-2", "city-dalian", "大连市");
        var evaluated = await Chapters.AppliedAsync(chromium.Server, "评估中的集聚区", "zone-body-2", "city-dalian", "大连市");
        await evaluated.City.ActAsync(evaluated.Zone, "recommend");
        await Chapters.SeatedAsync(evaluated.Zone, evaluated.Province);
        var registrar = chromium.Server.Services.GetRequiredService<Registrar>();
        await registrar.AddPersonAsync(
            new SignalId("colleague"), Actor.System, new PartyId("party-city-dalian"), new PersonId("person-colleague"), "市级经办丁", "colleague@dalian.example", default);
        var visit = (await chromium.Server.StateAsync(evaluated.Zone)).Procedures.Single().Visit;
        var panel = $"/cases/{evaluated.Zone}/panel/designation/1";
        var (wrong, pages) = (new List<string>(), 0);
        foreach (var (sample, paths) in (IEnumerable<(string?, string[])>)
            [
                (null, ["/no-such-page", .. Public, $"/zones/{life.Zone}", $"/notices/{life.Round}/sitting/1/3"]),
                ("province",
                [
                    .. OfAnOfficial, $"/cases/{life.Zone}", $"/cases/{life.Zone}/correction", $"/cases/{life.Zone}/timeline", $"/cases/{life.Round}", $"/cases/{life.Round}/meeting-list",
                    $"/cases/{life.Zone}/plan", $"/cases/{life.Zone}/plan/book", $"/cases/{life.Zone}/plan/values", $"/cases/{life.Zone}/rosters/agencies", $"{panel}/seats?visit={visit}", $"/cases/{life.Zone}/deadlines/formal-plan/once",
                ]),
                ("zone-body-2", [$"/cases/{applying.Zone}", $"/cases/{applying.Zone}/form", $"/cases/{applying.Zone}/rosters/agencies"]),
                ("zone-body", [$"/cases/{life.Zone}", $"/cases/{life.Zone}/documents/application-form/1/preview", $"/cases/{life.Zone}/act/report-change", $"/cases/{applying.Zone}"]),
                ("city-dalian", [$"/cases/{applying.Zone}/act/recommend?procedure=designation/1&visit=2", $"/cases/{applying.Zone}/hand-over?procedure=designation/1&visit=2"]),
                ("expert-1", [$"{panel}/scores?visit={visit}", $"{panel}/recusal?visit={visit}"]),
                ("office-operator", OfTheOperator),
            ])
        {
            var window = sample is null ? await chromium.OpenAsync(scripts: true) : (await chromium.SignInAsync(sample, scripts: true)).Window;
            foreach (var large in (bool[])[false, true])
            {
                if (large)
                {
                    await window.Page.GotoAsync("/");
                    await window.Page.GetByTestId("size-large").ClickAsync();
                }

                foreach (var path in paths)
                {
                    pages++;
                    await window.Page.GotoAsync(path);
                    await window.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(NeedsNodeToolsAttribute.Modules!, "axe-core", "axe.min.js")));
                    var found = JsonDocument.Parse(await window.Page.EvaluateAsync<string>(Ask)).RootElement;
                    wrong.AddRange(found.GetProperty("wrong").EnumerateArray().Select(w => $"{sample} {path}{(large ? " large" : "")}: {w.GetString()}"));
                    Assert.True(found.GetProperty("passes").GetInt32() > 10);
                    var isRefused = path == "/no-such-page" || (sample == "zone-body" && path.Contains(applying.Zone, StringComparison.Ordinal));
                    await window.LookAsync($"30-{sample ?? "public"}{Name(path)}{(large ? "-large" : "")}", isRefused);
                }
            }
        }

        string Name(string path) => path.Split('?')[0].Replace('/', '-').Replace(life.Zone, "zone", StringComparison.Ordinal)
            .Replace(life.Round, "round", StringComparison.Ordinal).Replace(applying.Zone, "applying", StringComparison.Ordinal)
            .Replace(evaluated.Zone, "evaluated", StringComparison.Ordinal);

        output.WriteLine($"{pages} pages");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
