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

    // A day of the office's in a second: ten thousand signals are a month, and timers wait for up to four days.
    private const int Factor = 24 * 60 * 60;

    [Fact]
    public async Task Signals_WithWakeUpsDroppedDoubledAndDelayed_DoEveryEffectOnce()
    {
        var clock = new ScaledClock(Samples.Noon, Factor);
        StressedOffice office = null!;
        await using var host = await ZoneHost.StartAsync(() => office.Activities, new Woken(), clock.Real);
        office = new StressedOffice(new MemoryTable().Table, clock, gap => Task.Delay(clock.Real(gap)), cases: 40, new Random(7), host.WakeAsync)
        {
            LongestDue = TimeSpan.FromDays(4),
        };
        for (var i = 0; i < Signals; i++)
        {
            // The next signal comes while the last one's effects are still being run, or after.
            await office.SignalAsync();
            if (i % 200 == 0)
            {
                await office.SweepAsync();
            }
        }

        // Nobody sends any more: the timers and the sweep bring everything to its end.
        await host.UntilQuietAsync(
            async () =>
            {
                await office.SweepAsync();
                return await office.Store.NextDueAsync(default) is null && (await office.Store.OutboxAsync(1, default)).Count == 0;
            },
            pause: 250);

        Assert.Empty(host.Failures);
        Assert.Equal(office.Owed.Order(StringComparer.Ordinal), office.Done.Order(StringComparer.Ordinal));
        Assert.True(office.Owed.Count > Signals, $"{office.Owed.Count} effects");
        Assert.All(new[] { office.Dropped, office.Doubled, office.Delayed }, count => Assert.InRange(count, Signals / 6, Signals));
    }
}
