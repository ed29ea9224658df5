using System.Text.Json;
using Microsoft.Extensions.Logging;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Effects;

/// <summary>
/// Runs what waits in the outbox: at least once, each known by its id, in order for one case and addressee. One
/// that keeps failing is put off with growing pauses for about a day and then parks itself, not its case.
/// </summary>
public sealed partial class Courier(
    ICaseStore store, EffectRunner run, TimeProvider time, ILogger<Courier> logger, Action<string>? crashPoint = null, FreshEffects? fresh = null)
{
    private const int MostAttempts = 30;
    private const int Batch = 500;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Tries the effects that have waited longest, one after the other; answers how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var pending = await store.PendingEffectsAsync(time.GetUtcNow(), Batch, cancellationToken);
        var marked = new List<Task>(pending.Count);
        try
        {
            foreach (var effect in pending)
            {
                cancellationToken.ThrowIfCancellationRequested();
                marked.Add(await RunAsync(effect, cancellationToken));
            }
        }
        finally
        {
            // What has been run is marked before anybody looks again; the marks of a batch share their syncs.
            await Task.WhenAll(marked);
        }

        return pending.Count;
    }

    /// <summary>Tries one effect, and marks it done or puts it off.</summary>
    public async Task TryAsync(OutboxEffect effect, CancellationToken cancellationToken) => await await RunAsync(effect, cancellationToken);

    /// <summary>How long to wait after the nth failure.</summary>
    public static TimeSpan PauseAfter(int attempts) =>
        attempts >= 8 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << (attempts - 1)));

    // Answers the write that marks the effect as done or puts it off, which need not be waited for.
    private async Task<Task> RunAsync(OutboxEffect pending, CancellationToken cancellationToken)
    {
        try
        {
            crashPoint?.Invoke(CrashPoints.EffectBegun);
            var effect = fresh?.Take(pending) ?? JsonSerializer.Deserialize(pending.Json, CaseJson.Stored.Effect)!;
            await run(pending.Case, effect, cancellationToken);
            crashPoint?.Invoke(CrashPoints.EffectRun);
            return MarkAsync(pending.Id);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var attempts = pending.Attempts + 1;
            var parked = attempts >= MostAttempts || error is MailRefusedException { IsPermanent: true };
            Log.Failed(logger, pending.Id, attempts, parked, error);
            return store.EffectPutOffAsync(
                pending.Id, time.GetUtcNow() + PauseAfter(attempts), attempts, $"{error.GetType().Name}: {error.Message}", parked, CancellationToken.None);
        }
    }

    private async Task MarkAsync(string effect)
    {
        await store.EffectDoneAsync(effect, CancellationToken.None);
        crashPoint?.Invoke(CrashPoints.EffectMarked);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Effect} failed for the {Attempts}. time; parked: {Parked}.")]
        public static partial void Failed(ILogger logger, string effect, int attempts, bool parked, Exception error);
    }
}
