using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask.Protobuf;
using Google.Protobuf;
using ZoneFlow.Core.Cases;
using ZoneFlow.Functions.Tests.Orchestration;
using ZoneFlow.Runtime.Orchestrating;

namespace ZoneFlow.Functions.Tests.Hosting;

/// <summary>The program in a process of its own, started and spoken to as the Functions host does it.</summary>
public sealed class WorkerTests
{
    private const string Applicant = "applicant@zones.example.cn";

    [Fact]
    public async Task TheWorker_UnderTheHostsProtocol_ServesPagesWakesCasesSweepsAndOrchestrates()
    {
        await using var head = await CloudHead.StartAsync();
        await head.RegisterAsync("party-body", "zone-body", null, Applicant);
        await using var host = await StubFunctionsHost.StartAsync(CloudHead.Settings(head.Azurite, head.Mail), head.Zones.Address);
        Assert.Equal(
            ["actions", "api", "applications", "home", "mail-events", "notices", "operator", "orphans", "public", "roots", "sweep", "watch", "worklist", "zone", "zone-effect", "zone-look"],
            host.Functions.Keys.Order(StringComparer.Ordinal));

        // Pages of several triggers, by the worker's own web server.
        Assert.Contains("集聚区", await TextAsync(await host.SendAsync("home", HttpMethod.Get, "/"), 200), StringComparison.Ordinal);
        Assert.Contains("公示", await TextAsync(await host.SendAsync("notices", HttpMethod.Get, "/notices"), 200), StringComparison.Ordinal);
        Assert.Contains("<feed", await TextAsync(await host.SendAsync("public", HttpMethod.Get, "/feed.atom"), 200), StringComparison.Ordinal);
        Assert.NotEqual(200, (int)(await host.SendAsync("operator", HttpMethod.Get, "/operator/health")).StatusCode);
        Assert.Equal(404, (int)(await host.SendAsync("public", HttpMethod.Get, "/no/such/page")).StatusCode);

        // A person signs in by mail and opens an application; the durable client wakes the case.
        Assert.Equal(202, (int)(await host.SendAsync("api", HttpMethod.Post, "/api/sign-in", JsonContent.Create(new { email = Applicant }))).StatusCode);
        var link = head.LinkTo(Applicant);
        var session = Json(await TextAsync(await host.SendAsync("api", HttpMethod.Post, $"/api{link}"), 200)).GetProperty("session").GetString();
        var opened = await host.SendAsync("api", HttpMethod.Post, "/api/zones", JsonContent.Create(new { policy = "liaoning-2025", name = "沈阳测试集聚区", region = "沈阳市" }), session);
        var zone = new CaseId(Json(await TextAsync(opened, 201)).GetProperty("id").GetString()!);
        await head.Zones.UntilQuietAsync(async () => await head.Zones.Client.GetInstanceAsync(WakeUps.Instance(zone), getInputsAndOutputs: true, default) is { SerializedCustomStatus: not null }, pause: 50);

        // The other triggers.
        foreach (var timed in new[] { "sweep", "watch", "orphans", "roots" })
        {
            await host.TriggerAsync(timed, "timer", new JsonObject { ["json"] = """{"ScheduleStatus":null,"IsPastDue":false}""" });
        }

        var look = await host.TriggerAsync("zone-look", "id", new JsonObject { ["json"] = JsonSerializer.Serialize(zone.Value) });
        Assert.Contains("designation/drafting", look!.ToJsonString(), StringComparison.Ordinal);
        var turn = HistoriesTests.FirstTurn();
        var answered = await host.TriggerAsync("zone", "context", new JsonObject { ["string"] = Convert.ToBase64String(turn.Request.ToByteArray()) });
        var answer = OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answered!["string"]!.GetValue<string>()));
        Assert.Equal(turn.Text, RecordedTurn.Of(turn.Request, answer).Text);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static async Task<string> TextAsync(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {text}");
        return text;
    }
}
