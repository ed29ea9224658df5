using System.Net.Http.Json;
using System.Text.Json;
using Xunit.Abstractions;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.WhoMay;

/// <summary>Every action that the policy knows, tried by everybody whose it is not.</summary>
public sealed class ActionWalkTests(Callers callers, ITestOutputHelper output) : IClassFixture<Callers>
{
    private static readonly int EveryCaller = RunSize.Of(2, 1);

    // Whose the actions are at each stage; nobody else has any.
    private static readonly (string Stage, string Who, string Actions)[] Entitled =
    [
        ("drafting", "zone-body", "submit withdraw"),
        ("endorsement", "zone-body", "withdraw"),
        ("endorsement", "city-shenyang", "decline recommend return"),
        ("correcting", "zone-body", "resubmit withdraw"),
        ("evaluation", "zone-body", "withdraw"),
        ("evaluation", "province", "conclude defence return site-visit"),
    ];

    // In time, nobody may say yet that it is too late.
    private static readonly string[] Refusals = ["not-yours", "no-such-action", "not-running", "standing", "blocked", "not-yet-due"];

    private readonly DemoServer _server = callers.Server;

    [Fact]
    public async Task Action_OfSomebodyElse_IsRefusedAndChangesNothing()
    {
        var drafting = (await (await _server.SignInAsync("zone-body")).SendAsync(
            HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name = "沈阳填报中集聚区", region = "沈阳市" }, 201)).GetProperty("id").GetString()!;
        var endorsement = (await Chapters.AppliedAsync(_server, "沈阳待推荐集聚区")).Zone;
        var correcting = await Chapters.AppliedAsync(_server, "沈阳补正中集聚区");
        await correcting.City.ActAsync(correcting.Zone, "return");
        var zones = new Dictionary<string, string>
        {
            ["drafting"] = drafting, ["endorsement"] = endorsement, ["correcting"] = correcting.Zone, ["evaluation"] = callers.Evaluated, ["constructing"] = callers.Designated,
        };
        var (tried, before) = (0, StoreImage.Of(_server.DataFolder));
        foreach (var (stage, id) in zones)
        {
            var shown = (await (await _server.SignInAsync("province")).GetAsync($"/api/cases/{id}")).GetProperty("procedures").EnumerateArray()
                .Select(p => ((string?)p.GetProperty("id").GetString(), p.GetProperty("visit").GetInt32())).Append((null, 0)).ToList();
            foreach (var name in callers.Names.Where((_, n) => n % EveryCaller == 0))
            {
                tried += await TryAsync(stage, id, name, shown);
            }
        }

        Assert.Equal(before, StoreImage.Of(_server.DataFolder));
        output.WriteLine($"{Actions().Count} actions, {zones.Count} stages, every {EveryCaller} of {callers.Names.Count()} callers: {tried} refusals");
    }

    private async Task<int> TryAsync(string stage, string id, string name, List<(string? Id, int Visit)> procedures)
    {
        using var client = callers.Client(name);
        using var seen = await client.GetAsync($"/api/cases/{id}");
        var offered = seen.IsSuccessStatusCode
            ? (await seen.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("offers").EnumerateArray()
                .Select(o => (o.GetProperty("action").GetString()!, o.TryGetProperty("procedure", out var p) ? p.GetString() : null)).ToHashSet()
            : [];
        if (stage != "constructing")
        {
            var entitled = Entitled.Where(e => e.Stage == stage && e.Who == name).SelectMany(e => e.Actions.Split(' ')).Order(StringComparer.Ordinal);
            Assert.Equal(entitled, offered.Select(o => o.Item1).Order(StringComparer.Ordinal));
        }

        var tried = 0;
        foreach (var action in Actions())
        {
            foreach (var (procedure, visit) in procedures.Where(p => !offered.Contains((action, p.Id))))
            {
                tried++;
                using var answer = await client.PostAsJsonAsync($"/api/cases/{id}/actions/{action}", new { procedure, visit, inputs = new { }, reason = "一试" });
                var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
                var (status, rule) = ((int)answer.StatusCode, problem.GetProperty("rule").GetString()!);
                var expected = name == "nobody" ? status == 401 : !seen.IsSuccessStatusCode ? (status, rule) == (403, "not-allowed") : Refusals.Contains(rule);
                Assert.True(expected, $"{name} {action} on {procedure} at {stage}: {status} {rule}");
            }
        }

        return tried;
    }

    private static HashSet<string> Actions()
    {
        var pack = ShippedPacks.Load("liaoning-2025").Pack!;
        return
        [
            .. pack.Procedures.SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Concat(p.Anywhere)).Where(t => t.On is Trigger.Action).Select(t => t.Word),
            .. pack.Procedures.Where(p => p.OpenedBy is not null).Select(p => p.OpenedBy!.Action),
            .. pack.Procedures.SelectMany(p => p.Stages).SelectMany(s => s switch { StageRule.Task t => t.Optional, StageRule.Panel p => p.Optional, _ => [] }).Select(o => o.Name),
        ];
    }
}
