using System.Collections.Immutable;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Server.Bench;

/// <summary>Every kind of page, one after the other at a steady rate: what the public, an official and the operator open.</summary>
internal static class PagesBench
{
    private const int PerSecond = 40;
    private const int Warming = 8;
    private const int Sought = 50;

    // The last zone's number is found by a search that looks at all before it.
    private static readonly ImmutableArray<string> OfThePublic =
    [
        SitePaths.Home, SitePaths.Home + "?q={last}", SitePaths.Zones, SitePaths.Notices, SitePaths.Announcements, SitePaths.Feed, SitePaths.LookUp,
        SitePaths.SignIn, "/zones/{zone}",
    ];

    private static readonly ImmutableArray<string> OfAnOfficial =
    [
        SitePaths.Worklist, SitePaths.Worklist + "?q={last}", SitePaths.Worklist + "?due=week", SitePaths.DoneWork, SitePaths.Month,
        SitePaths.Month + "?of={month}", SitePaths.Month + "?of={day}", SitePaths.Overview, SitePaths.Adopt, SitePaths.FileCheck, SitePaths.Portfolio,
        SitePaths.Subscriptions, "/cases/{zone}", "/cases/{zone}/timeline", "/cases/{zone}/act/unfounded?procedure=revocation/1", 
        "/cases/{zone}/deadlines/revocation/1",
    ];

    private static readonly ImmutableArray<string> OfABody = [SitePaths.Worklist, SitePaths.Month + "?of={month}", SitePaths.Overview, "/cases/{zone}"];

    private static readonly ImmutableArray<string> OfACity =
        [SitePaths.Worklist, SitePaths.Worklist + "?q={last}", SitePaths.Month + "?of={day}", SitePaths.Overview, SitePaths.FileCheck];

    private static readonly ImmutableArray<string> OfTheOperator =
    [
        SitePaths.Parties, SitePaths.Parties + "?q={last}", SitePaths.Import, SitePaths.Outbox, SitePaths.Parked, SitePaths.Dossiers, SitePaths.Packs, SitePaths.Packs + "/beijing-2023", SitePaths.Migrate,
        SitePaths.Calendar, SitePaths.Health,
    ];

    // Whole lists to take away and to subscribe to: no pages, and asked for seldom.
    private static readonly ImmutableArray<string> Files =
        ["/zones.csv", "/worklist/tasks.xlsx", "/worklist/cases.csv", "/worklist/cases.xlsx"];

    public static Task<ImmutableArray<FigureSet>> RunAsync(int zones, int seconds, string? kept = null) =>
        HttpBench.WithZonesAsync(zones, kept, (app, address, due) => RunAsync(app, address, zones, seconds, due));

    private static async Task<ImmutableArray<FigureSet>> RunAsync(WebApplication app, string address, int zones, int seconds, DateOnly due)
    {
        using var anybody = new HttpClient { BaseAddress = new Uri(address) };
        using var official = await HttpBench.ClientAsync(app, address, "province");
        using var city = await HttpBench.ClientAsync(app, address, "city-shenyang");
        using var body = await HttpBench.ClientAsync(app, address, "zone-body");
        using var operators = await HttpBench.ClientAsync(app, address, "office-operator");
        var sets = ImmutableArray.CreateBuilder<FigureSet>();
        foreach (var (who, client, paths, rate) in new[]
        {
            ("public", anybody, OfThePublic, PerSecond), ("province", official, OfAnOfficial, PerSecond), ("city", city, OfACity, PerSecond),
            ("body", body, OfABody, PerSecond), ("operator", operators, OfTheOperator, PerSecond), ("province", official, Files, 2),
        })
        {
            foreach (var path in paths)
            {
                var asked = path.Replace("{zone}", BenchOffice.Zone(0).Value, StringComparison.Ordinal)
                    .Replace("{last}", $"{zones - 1:D7}", StringComparison.Ordinal)
                    .Replace("{month}", $"{due:yyyy-MM}", StringComparison.Ordinal).Replace("{day}", $"{due:yyyy-MM-dd}", StringComparison.Ordinal);
                sets.Add(await OfAsync(client, who, asked, zones, seconds, rate));
            }
        }

        return sets.ToImmutable();
    }

    private static async Task<FigureSet> OfAsync(HttpClient client, string who, string path, int zones, int seconds, int rate)
    {
        var bytes = await RequestStream.GetAsync(client, path, new Latencies());
        for (var n = 0; n < Warming; n++)
        {
            await RequestStream.GetAsync(client, path, new Latencies());
        }

        var latencies = await RequestStream.SendAsync(client, path, rate, TimeSpan.FromSeconds(seconds));
        return new FigureSet("pages", [
            new("page", path), new("reader", who), new("zones", zones), new("requestsPerSecond", rate), new("pageBytes", bytes),
            new("medianMilliseconds", latencies.Within(0.5)), new("p95Milliseconds", latencies.Within(0.95)), new("soughtMilliseconds", Sought)]);
    }
}
