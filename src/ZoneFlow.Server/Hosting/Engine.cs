using ZoneFlow.Core.Calendars;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Runtime.Watching;

namespace ZoneFlow.Server.Hosting;

/// <summary>
/// Lets time pass and runs effects: wakes for the next due time, the next effect, or a commit, and sleeps
/// otherwise. What goes wrong is logged and tried again; it never ends the server.
/// </summary>
internal sealed partial class Engine(
    ICaseStore store, Clockwork clockwork, Courier courier, Bell bell, OrphanSweep orphans, UploadScans scans, DailyRoots roots, Alerts alerts, TimeProvider time,
    WallClock wall,
    ILogger<Engine> logger) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _one = new(1, 1);
    private DateOnly _rooted;

    /// <summary>Runs all that is due by now, with what follows from it.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            while (await clockwork.RunAsync(cancellationToken) + await courier.RunAsync(cancellationToken) > 0)
            {
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>When something next happens by itself.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        var due = await store.NextDueAsync(cancellationToken);
        var effect = await store.NextEffectAsync(cancellationToken);
        return due is null || effect < due ? effect ?? due : due;
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (swept, looked) = (DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = AfterError;
            try
            {
                var settling = SettleAsync(stoppingToken);
                await settling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                var rooting = RootAsync(stoppingToken);
                await rooting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (wall.Time.GetUtcNow() - looked > BetweenLooks)
                {
                    // Also where timers, effects or the root have just failed: that is what an operator must hear of.
                    looked = wall.Time.GetUtcNow();
                    await alerts.RunAsync(stoppingToken);
                }

                await settling;
                await rooting;
                if (wall.Time.GetUtcNow() - swept > TimeSpan.FromHours(1))
                {
                    swept = wall.Time.GetUtcNow();
                    await store.SweepAsync(swept, stoppingToken);
                    await orphans.RunAsync(stoppingToken);
                }

                var again = await scans.RetryAsync(stoppingToken) - wall.Time.GetUtcNow();
                pause = await NextAsync(stoppingToken) is { } next ? next - time.GetUtcNow() : LongestSleep;
                pause = again < pause ? again.Value : pause;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
                // What was cut short is done after the next start.
                return;
            }

            await bell.WaitAsync(pause < LongestSleep ? pause : LongestSleep, stoppingToken);
        }
    }

    private async Task RootAsync(CancellationToken cancellationToken)
    {
        if (CivilDate.Of(time.GetUtcNow()) is var today && today > _rooted)
        {
            await roots.RunAsync(cancellationToken);
            _rooted = today;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Timers or effects failed; they will be tried again.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
