using System.Collections.Immutable;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Server.Bench;

/// <summary>Every kind of page, one after the other at a steady rate: what the public, an official and the operator open.</summary>
internal static class PagesBench
{
    private const int PerSecond = 20;
    private const int Sought = 50;

    private static readonly ImmutableArray<string> OfThePublic =
        [SitePaths.Home, SitePaths.Zones, SitePaths.Notices, SitePaths.Announcements, SitePaths.Feed, SitePaths.LookUp, SitePaths.SignIn];

    private static readonly ImmutableArray<string> OfAnOfficial =
    [
        SitePaths.Worklist, SitePaths.DoneWork, SitePaths.Month, SitePaths.Overview, SitePaths.Adopt, SitePaths.FileCheck, SitePaths.Portfolio,
        SitePaths.Subscriptions, "/cases/{zone}", "/cases/{zone}/timeline", "/cases/{zone}/act/unfounded?procedure=revocation/1", "/zones/{zone}",
    ];

    private static readonly ImmutableArray<string> OfTheOperator =
    [
        SitePaths.Parties, SitePaths.Import, SitePaths.Outbox, SitePaths.Parked, SitePaths.Dossiers, SitePaths.Packs, SitePaths.Migrate,
        SitePaths.Calendar, SitePaths.Health,
    ];

    public static async Task<IEnumerable<FigureSet>> RunAsync(WebApplication app, string address, int zones, int seconds)
    {
        using var anybody = new HttpClient { BaseAddress = new Uri(address) };
        using var official = await HttpBench.ClientAsync(app, address, "province");
        using var operators = await HttpBench.ClientAsync(app, address, "office-operator");
        var sets = new List<FigureSet>();
        foreach (var (client, paths) in new[] { (anybody, OfThePublic), (official, OfAnOfficial), (operators, OfTheOperator) })
        {
            foreach (var path in paths)
            {
                sets.Add(await OfAsync(client, path, zones, seconds));
            }
        }

        return sets;
    }

    private static async Task<FigureSet> OfAsync(HttpClient client, string path, int zones, int seconds)
    {
        var address = path.Replace("{zone}", BenchOffice.Zone(0).Value, StringComparison.Ordinal);
        var bytes = await RequestStream.GetAsync(client, address, new Latencies());
        await RequestStream.SendAsync(client, address, PerSecond, TimeSpan.FromSeconds(Math.Min(seconds, 2)));
        var latencies = await RequestStream.SendAsync(client, address, PerSecond, TimeSpan.FromSeconds(seconds));
        return new FigureSet("http", [
            new("page", path), new("zones", zones), new("requestsPerSecond", PerSecond), new("pageBytes", bytes),
            new("medianMilliseconds", latencies.Within(0.5)), new("p95Milliseconds", latencies.Within(0.95)), new("soughtMilliseconds", Sought)]);
    }
}
