using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Runtime.Tests.Orchestrating;

/// <summary>Ten thousand signals at random gaps (a sample of them in a short run), with wake-ups dropped, doubled and delayed: every effect is done once, and none is lost.</summary>
public sealed class StressTests
{
    private static readonly int Signals = RunSize.Full ? 10_000 : 500;

    [Fact]
    public async Task Signals_WithWakeUpsDroppedDoubledAndDelayed_DoEveryEffectOnce()
    {
        var (office, host) = await LivedAsync(seed: 1, Signals, restarts: 0, table: new MemoryTable());

        Assert.Equal(office.Owed.Order(StringComparer.Ordinal), office.Done.Order(StringComparer.Ordinal));
        Assert.True(office.Owed.Count > Signals * 9 / 10, $"{office.Owed.Count} effects");
        Assert.All(new[] { office.Dropped, office.Doubled, office.Delayed }, count => Assert.InRange(count, Signals / 5, Signals));
        Assert.Equal(0, host.Restarts);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Signals_WithTheProcessDyingAtAnyAwaitAndAnyWrite_LoseNoEffect(int seed)
    {
        var table = new MemoryTable();
        var chance = new Random(seed);
        table.OnWrite = (_, _) =>
        {
            if (chance.Next(400) == 0)
            {
                throw new PowerCutException();
            }
        };

        var (office, host) = await LivedAsync(seed, RunSize.Full ? 2_000 : 150, restarts: 20, table);

        Assert.Empty(office.Owed.Except(office.Done));
        Assert.Empty(office.Done.Except(office.Owed));
        Assert.True(host.Restarts > 10, $"{host.Restarts} restarts");
        Assert.DoesNotContain(table.All, row => row.Partition is "marks" or "outbox");
    }

    private static async Task<(StressedOffice Office, Orchestrations Host)> LivedAsync(int seed, int signals, int restarts, MemoryTable table)
    {
        var chance = new Random(seed);
        var clock = new SteppedClock(Samples.Noon);
        Orchestrations host = null!;
        var office = new StressedOffice(table.Table, clock, clock.PassAsync, cases: 100, chance, id =>
        {
            host.Wake(id);
            return Task.CompletedTask;
        });
        host = new Orchestrations(office.Activities, clock, chance, restarts);
        for (var i = 0; i < signals; i++)
        {
            await UnlessCutAsync(office.SignalAsync);
            await UnlessCutAsync(host.RunAsync);
            if (i % 50 == 0)
            {
                await UnlessCutAsync(office.SweepAsync);
            }

            if (i % 97 == 0)
            {
                host.Purge(new($"zone-{chance.Next(100):D3}"));
            }
        }

        await RestAsync(office, host, clock, table);
        return (office, host);
    }

    // The weather clears; nobody sends or wakes any more but the timers and the sweep, for two months.
    private static async Task RestAsync(StressedOffice office, Orchestrations host, SteppedClock clock, MemoryTable table)
    {
        table.OnWrite = null;
        for (var end = clock.Now.AddDays(60); clock.Now < end;)
        {
            await office.SweepAsync();
            await host.RunAsync();
            clock.Now = clock.Now.AddHours(12);
        }

        await office.SweepAsync();
        Assert.Empty(await office.Store.OutboxAsync(10, default));
    }

    private static async Task UnlessCutAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (PowerCutException)
        {
            // Whoever it was comes again: callers ask again, timers and the sweep are repeated.
        }
    }
}
