using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Functions.Orchestration;
using ZoneFlow.Runtime.Orchestrating;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>Durable Task's in-process host with the head's own orchestration and activities.</summary>
internal sealed class ZoneHost : IAsyncDisposable
{
    private readonly DurableTaskTestHost _host;
    private int _underWay;
    private long _looks;

    private ZoneHost(DurableTaskTestHost host) => _host = host;

    public DurableTaskClient Client => _host.Client;

    public long Looks => Interlocked.Read(ref _looks);

    /// <param name="activities">Asked for on each call: what they stand on may be made after the host.</param>
    public static async Task<ZoneHost> StartAsync(Func<ZoneActivities> activities, Woken woken)
    {
        ZoneHost? zones = null;
        var host = await DurableTaskTestHost.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>(Zone.Name, (context, _) => Zone.RunAsync(context))
            .AddActivityFunc<string, ZoneLook>(Zone.Look, (_, id) => zones!.CountedAsync(() => new Zone(activities(), woken).LookAsync(id, default)))
            .AddActivityFunc<EffectOfZone, bool>(Zone.Effect, (_, effect) => zones!.CountedAsync(async () =>
            {
                await new Zone(activities(), woken).EffectAsync(effect, zones.Client, default);
                return true;
            })));
        return zones = new ZoneHost(host);
    }

    public Task WakeAsync(CaseId id) => Client.WakeAsync(id, default);

    /// <summary>Waits until nothing of what was asked is under way, seen twice.</summary>
    /// <param name="isQuiet">Whether there is nothing left to do, by whatever the test holds.</param>
    public async Task UntilQuietAsync(Func<Task<bool>> isQuiet)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(60); ;)
        {
            if (Volatile.Read(ref _underWay) == 0 && await isQuiet())
            {
                return;
            }

            Assert.True(DateTime.UtcNow < deadline, "The orchestrations never come to rest.");
            await Task.Delay(5);
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<T> CountedAsync<T>(Func<Task<T>> work)
    {
        Interlocked.Increment(ref _underWay);
        Interlocked.Increment(ref _looks);
        try
        {
            return await work();
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
