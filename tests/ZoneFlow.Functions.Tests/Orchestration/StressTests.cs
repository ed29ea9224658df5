using Xunit.Abstractions;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>
/// Signals at random gaps against the head's own orchestration on Durable Task's in-process host, with wake-ups dropped, doubled
/// and delayed: every effect is done once, and none is lost. A sample of them by default; ZONEFLOW_STRESS says how many.
/// </summary>
public sealed class StressTests(ITestOutputHelper output)
{
    private static readonly int Signals = int.TryParse(Environment.GetEnvironmentVariable("ZONEFLOW_STRESS"), out var asked) ? asked : 200;

    // Twenty signals a case in a run of the full size, and cases enough in a small one.
    private static readonly int Cases = Math.Max(40, Signals / 20);

    // A day of the office's in a second: ten thousand signals are a month, and timers wait for up to four days.
    private const int Factor = 24 * 60 * 60;

    [Fact]
    public async Task Signals_WithWakeUpsDroppedDoubledAndDelayed_DoEveryEffectOnce()
    {
        var clock = new ScaledClock(Samples.Noon, Factor);
        StressedOffice office = null!;
        await using var host = await ZoneHost.StartAsync(() => office.Activities, new Woken(), clock.Real);
        office = new StressedOffice(new MemoryTable().Table, clock, gap => Task.Delay(clock.Real(gap)), cases: Cases, new Random(7), host.WakeAsync)
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

        output.WriteLine($"{Signals} signals to {Cases} cases: {office.Owed.Count} effects owed, {office.Done.Count} done; wake-ups dropped {office.Dropped}, doubled {office.Doubled}, delayed {office.Delayed}; {host.Looks} activities");
        Assert.Empty(host.Failures);
        Assert.Equal(office.Owed.Order(StringComparer.Ordinal), office.Done.Order(StringComparer.Ordinal));
        Assert.True(office.Owed.Count > Signals * 3 / 4, $"{office.Owed.Count} effects");
        Assert.All(new[] { office.Dropped, office.Doubled, office.Delayed }, count => Assert.InRange(count, Signals / 10, Signals));
    }
}
