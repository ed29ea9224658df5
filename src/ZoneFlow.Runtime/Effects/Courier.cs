using System.Text.Json;
using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Effects;

/// <summary>
/// Runs what waits in the outbox: at least once, each known by its id, in order for one case and addressee. One
/// that keeps failing is put off with growing pauses for about a day and then parks itself, not its case.
/// </summary>
public sealed partial class Courier(
    ICaseStore store, Shell.Cases cases, Mailings mailings, TimeProvider time, ILogger<Courier> logger, Action<string>? crashPoint = null)
{
    private const int MostAttempts = 30;
    private const int Batch = 200;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Runs all effects whose time has come; answers how many were run.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var run = 0;
        while (await store.PendingEffectsAsync(time.GetUtcNow(), Batch, cancellationToken) is { Count: > 0 } pending)
        {
            foreach (var effect in pending)
            {
                cancellationToken.ThrowIfCancellationRequested();
                run += await RunAsync(effect, cancellationToken) ? 1 : 0;
            }
        }

        return run;
    }

    /// <summary>Tries one effect, and marks it done or puts it off.</summary>
    public async Task TryAsync(OutboxEffect effect, CancellationToken cancellationToken) => await RunAsync(effect, cancellationToken);

    /// <summary>How long to wait after the nth failure.</summary>
    public static TimeSpan PauseAfter(int attempts) =>
        attempts >= 8 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << (attempts - 1)));

    private async Task<bool> RunAsync(OutboxEffect pending, CancellationToken cancellationToken)
    {
        try
        {
            crashPoint?.Invoke(CrashPoints.EffectBegun);
            var effect = JsonSerializer.Deserialize(pending.Json, CaseJson.Stored.Effect)!;
            await RunAsync(pending.Case, effect, cancellationToken);
            crashPoint?.Invoke(CrashPoints.EffectRun);
            await store.EffectDoneAsync(pending.Id, CancellationToken.None);
            crashPoint?.Invoke(CrashPoints.EffectMarked);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var attempts = pending.Attempts + 1;
            var parked = attempts >= MostAttempts || error is MailRefusedException { IsPermanent: true };
            Log.Failed(logger, pending.Id, attempts, parked, error);
            await store.EffectPutOffAsync(
                pending.Id, time.GetUtcNow() + PauseAfter(attempts), attempts, $"{error.GetType().Name}: {error.Message}", parked, CancellationToken.None);
            return false;
        }
    }

    private async Task RunAsync(CaseId from, Effect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.Tell tell:
                await mailings.SendAsync(from, tell, cancellationToken);
                break;
            case Effect.SendMessage message:
                var body = new SignalBody.HearMessage(from, message.FromKind, message.Sequence, message.Say, message.With);
                var answer = await cases.SendAsync(
                    new SignalRequest(new SignalId($"effect/{effect.Id}"), message.To, time.GetUtcNow(), Actor.System, body, []), cancellationToken);
                if (answer.Refusal is { } refusal)
                {
                    throw new InvalidOperationException($"{message.To} did not take the message: {refusal.Message.En}");
                }

                break;
            case Effect.RegisterBan ban:
                var inForce = new BanInForce(ban.Subject, ban.Scope, ban.First, ban.Last, ban.Article, ban.WarnsOnly);
                await store.PutRecordAsync(
                    new KeyedRecord(RecordKinds.Ban, $"{ban.Subject}|{effect.Id}", JsonSerializer.Serialize(inForce, CaseJson.Stored.BanInForce), null),
                    cancellationToken);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Effect} failed for the {Attempts}. time; parked: {Parked}.")]
        public static partial void Failed(ILogger logger, string effect, int attempts, bool parked, Exception error);
    }
}
