using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Functions.Orchestration;
using ZoneFlow.Functions.Tests.Stores;
using ZoneFlow.Runtime.Orchestrating;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>The head's own orchestration and activities on Durable Task: its in-process host, or the backend that the Functions host has.</summary>
internal sealed class ZoneHost : IAsyncDisposable
{
    private readonly IAsyncDisposable _host;
    private int _underWay;
    private long _looks;

    private ZoneHost(IAsyncDisposable host, DurableTaskClient client) => (_host, Client) = (host, client);

    public DurableTaskClient Client { get; }

    /// <summary>Where the in-process host is spoken to.</summary>
    public string Address { get; private init; } = "";

    public long Looks => Interlocked.Read(ref _looks);

    /// <param name="activities">Asked for on each call: what they stand on may be made after the host.</param>
    /// <param name="real">
    /// When the wall's clock shows an instant of the office's. The host's timers go by the wall, so that one for an instant that lies
    /// behind it is over at once, and the orchestration goes round without a pause; without this, none is over while a test runs.
    /// </param>
    /// <param name="recorder">Keeps what the host asks the orchestrations, as it goes over the wire.</param>
    public static async Task<ZoneHost> StartAsync(
        Func<ZoneActivities> activities, Woken woken, Func<DateTime, DateTime>? real = null, HistoryRecorder? recorder = null)
    {
        ZoneHost? zones = null;
        var options = new DurableTaskTestHostOptions { Port = Azurite.FreePort() };
        options.ConfigureServices = services => recorder?.Listen(services, options.Port.Value);
        var host = await DurableTaskTestHost.StartAsync(tasks => Add(tasks, activities, woken, real, () => zones!), options);
        return zones = new ZoneHost(host, host.Client) { Address = $"http://localhost:{options.Port}" };
    }

    /// <summary>Over Durable Task's own storage backend, in queues, tables and blobs of Azurite.</summary>
    public static async Task<ZoneHost> StartAsync(AzureStorageHub hub, Func<ZoneActivities> activities, Func<DateTime, DateTime>? real = null)
    {
        ZoneHost? zones = null;
        await hub.StartAsync(tasks => Add(tasks, activities, new Woken(), real, () => zones!));
        return zones = new ZoneHost(hub, hub.Client);
    }

    private static void Add(DurableTaskRegistry tasks, Func<ZoneActivities> activities, Woken woken, Func<DateTime, DateTime>? real, Func<ZoneHost> zones)
    {
        real ??= _ => DateTime.UtcNow.AddHours(1);
        tasks
            .AddOrchestratorFunc<string>(Zone.Name, (context, _) => Zone.RunAsync(context))
            .AddActivityFunc<string, ZoneLook>(Zone.Look, (_, id) => zones().CountedAsync(async () =>
            {
                var look = await new Zone(activities(), woken).LookAsync(id, default);
                return look with { Next = look.IsThere ? real(look.Next) : look.Next };
            }))
            .AddActivityFunc<EffectOfZone, bool>(Zone.Effect, (_, effect) => zones().CountedAsync(async () =>
            {
                await new Zone(activities(), woken).EffectAsync(effect, zones().Client, default);
                return true;
            }));
    }

    /// <summary>What activities have failed with; the host tries them again, later and later.</summary>
    public ConcurrentQueue<Exception> Failures { get; } = [];

    public Task WakeAsync(CaseId id) => Client.WakeAsync(id, default);

    /// <summary>Waits until nothing of what was asked is under way and nothing is left to do.</summary>
    /// <param name="isQuiet">Whether there is nothing left to do, by whatever the test holds.</param>
    /// <param name="pause">Between two looks, in milliseconds.</param>
    public async Task UntilQuietAsync(Func<Task<bool>> isQuiet, int pause = 5)
    {
        // A machine may be busy: only a minute in which nothing has been done at all is too long.
        for (var (deadline, looks) = (DateTime.UtcNow.AddMinutes(1), Looks); ;)
        {
            if (await isQuiet() && Volatile.Read(ref _underWay) == 0)
            {
                return;
            }

            (deadline, looks) = Looks == looks ? (deadline, looks) : (DateTime.UtcNow.AddMinutes(1), Looks);
            Assert.True(DateTime.UtcNow < deadline, "The orchestrations never come to rest.");
            await Task.Delay(pause);
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
        catch (Exception failed)
        {
            Failures.Enqueue(failed);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
