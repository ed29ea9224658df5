using Xunit.Abstractions;
using ZoneFlow.Core.Cases;
using ZoneFlow.Functions.Tests.Stores;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>The head's orchestration on the backend that it has in Azure.</summary>
public sealed class AzureStorageTests(ITestOutputHelper output)
{
    private static readonly CaseId Zone1 = new("zone/1");
    private readonly List<string> _run = [];
    private readonly List<OutboxEffect> _waiting = [];

    private ZoneActivities Activities => new(
        (_, _) => Task.FromResult<ZoneMoment?>(new ZoneMoment(null, new ZoneStatus("Z2026-0001", "operating", "reports/owed", new DateOnly(2026, 3, 2), "第十四条", null))),
        (_, _) => Task.FromResult<IReadOnlyList<OutboxEffect>>([.. _waiting]),
        (effect, _) =>
        {
            _run.Add(effect.Id);
            _waiting.RemoveAll(e => e.Id == effect.Id);
            return Task.CompletedTask;
        },
        _ => Task.CompletedTask,
        new SteppedClock(DateTimeOffset.UtcNow));

    [Fact]
    public async Task AZone_IsWokenRunsItsEffectsAndIsTimed()
    {
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        var wait = TimeSpan.FromHours(1);
        await using (var hub = new AzureStorageHub(azurite))
        {
            var host = await ZoneHost.StartAsync(hub, () => Activities, _ => DateTime.UtcNow + wait);
            Owe(1, 3);
            await host.WakeAsync(Zone1);
            await host.UntilQuietAsync(() => Task.FromResult(_run.Count == 3), pause: 50);

            // What an idle hub asks by itself is known first, and taken off what each turn has asked.
            await Task.Delay(2_000);
            var idle = await CountAsync(azurite, () => Task.Delay(10_000), _ => 0);
            var woken = await CountAsync(azurite, () => TurnsAsync(host, 10, effects: 0), seconds => idle / 10.0 * seconds);
            var run = await CountAsync(azurite, () => TurnsAsync(host, 10, effects: 1), seconds => idle / 10.0 * seconds);
            var history = await hub.HistoryAsync(WakeUps.Instance(Zone1));
            output.WriteLine($"idle {idle / 10.0:F1} requests a second; a wake-up and its look {woken / 10.0:F1}; with an effect {run / 10.0:F1}; history {history.Count} rows, {history.Sum()} bytes");

            wait = TimeSpan.FromMilliseconds(500);
            var looks = host.Looks;
            await host.WakeAsync(Zone1);
            await host.UntilQuietAsync(() => Task.FromResult(host.Looks > looks + 2), pause: 50);
        }

        await azurite.DisposeAsync();
        Assert.Equal(13, _run.Count);
        Assert.Equal(_run.Distinct(), _run);
    }

    private async Task TurnsAsync(ZoneHost host, int turns, int effects)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            Owe(_run.Count + 1, effects);
            var looks = host.Looks;
            await host.WakeAsync(Zone1);
            await host.UntilQuietAsync(() => Task.FromResult(_waiting.Count == 0 && host.Looks >= looks + 1 + (2 * effects)), pause: 50);
        }
    }

    private static async Task<double> CountAsync(Azurite azurite, Func<Task> work, Func<double, double> idle)
    {
        var (requests, begun) = (azurite.Requests, DateTime.UtcNow);
        await work();
        return azurite.Requests - requests - idle((DateTime.UtcNow - begun).TotalSeconds);
    }

    private void Owe(int from, int effects) => _waiting.AddRange(Enumerable.Range(from, effects).Select(i => Samples.Effect(Zone1, i, "lane", DateTimeOffset.UtcNow.AddHours(-1))));
}
