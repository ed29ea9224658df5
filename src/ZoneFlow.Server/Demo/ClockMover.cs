using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Server.Demo;

/// <summary>Moves a demonstration's clock through everything that falls due on the way, each at its own instant.</summary>
internal sealed class ClockMover(MovableClock clock, ICaseStore store, Engine engine)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    public async Task MoveToAsync(DateTimeOffset instant)
    {
        await engine.SettleAsync(CancellationToken.None);
        while (await engine.NextAsync(CancellationToken.None) is { } next && next <= instant)
        {
            await clock.MoveToAsync(store, Later(next + Tick), CancellationToken.None);
            await engine.SettleAsync(CancellationToken.None);
        }

        await clock.MoveToAsync(store, Later(instant), CancellationToken.None);
        await engine.SettleAsync(CancellationToken.None);
    }

    // The clock never goes back.
    private DateTimeOffset Later(DateTimeOffset instant) => clock.GetUtcNow() is var now && instant > now ? instant : now;
}
