using ZoneFlow.Functions.Stores;
using ZoneFlow.Functions.Tests.Stores;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>
/// Ten thousand signals at random gaps (a sample of them in a short run) against the head's own orchestration on Durable Task's
/// in-process host, with wake-ups dropped, doubled and delayed: every effect is done once, and none is lost.
/// </summary>
public sealed class StressTests
{
    private static readonly int Signals = RunSize.Full ? 10_000 : 500;

    [Fact]
    public async Task Signals_WithWakeUpsDroppedDoubledAndDelayed_DoEveryEffectOnce()
    {
        var chance = new Random(7);
        var clock = new SteppedClock(Samples.Noon);
        StressedOffice office = null!;
        await using var host = await ZoneHost.StartAsync(() => office.Activities, new Woken());
        office = new StressedOffice(new MemoryTable().Table, clock, cases: 40, chance, (_, id) => host.WakeAsync(id));
        for (var i = 0; i < Signals; i++)
        {
            // The next signal comes while the last one's effects are still being run, or after.
            await office.SignalAsync();
            if (i % 200 == 0)
            {
                await office.SweepAsync();
            }
        }

        for (var end = clock.Now.AddDays(60); clock.Now < end; clock.Now = clock.Now.AddDays(2))
        {
            await office.SweepAsync();
            var before = host.Looks;
            await host.UntilQuietAsync(async () => (await office.Store.PendingEffectsAsync(clock.Now.AddMinutes(-2), 1, default)).Count == 0
                && (await office.Store.DueByAsync(clock.Now.AddMinutes(-2), 1, default)).Count == 0);
        }

        Assert.Empty(await office.Store.OutboxAsync(10, default));
        Assert.Equal(office.Owed.Order(StringComparer.Ordinal), office.Done.Order(StringComparer.Ordinal));
        Assert.True(office.Owed.Count > Signals / 2, $"{office.Owed.Count} effects");
        Assert.All(new[] { office.Dropped, office.Doubled, office.Delayed }, count => Assert.InRange(count, Signals / 6, Signals));
    }
}
