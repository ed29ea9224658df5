using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Watching;

/// <summary>
/// Writes to every operator what is not well: once a day for each thing, and again where more cases or effects have been set
/// aside. They go past the outbox, since it may be what stands still; a mail that fails is tried again at the next look.
/// </summary>
public sealed partial class Alerts(
    Health health, Parties parties, ICaseStore store, IMailer mailer, AlertRenderer render, ShellOptions options, TimeProvider time, WallClock wall, ILogger<Alerts> logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Looks once; answers how many mails left.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var check in (await health.LookAsync(cancellationToken)).Where(c => c.State != HealthState.Good))
        {
            foreach (var person in (await parties.AudienceAsync(new Audience(Actor.OperatorRole, null, null), cancellationToken)).DistinctBy(p => p.Person))
            {
                sent += await TrySendAsync(check, person, cancellationToken) ? 1 : 0;
            }
        }

        return sent;
    }

    private async Task<bool> TrySendAsync(HealthCheck check, Addressee to, CancellationToken cancellationToken)
    {
        var key = $"alert|{check.Key}|{CivilDate.Of(time.GetUtcNow()):yyyy-MM-dd}|{Number(check)}|{to.Person}";
        if (await store.RecordAsync(RecordKinds.Sent, key, cancellationToken) is not null)
        {
            return false;
        }

        var mail = await render(to, check);
        try
        {
            await mailer.SendAsync(mail.To(to, key, "alert", options.From, time.GetUtcNow()), cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.NotSent(logger, check.Key, error);
            return false;
        }

        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Sent, key, "{}", wall.Time.GetUtcNow() + Kept), cancellationToken);
        return true;
    }

    // What waits for a person to take it up is told again when there is more of it; what comes and goes with the hour is not.
    private static long Number(HealthCheck check) => check.Key is HealthKeys.ParkedCases or HealthKeys.ParkedEffects ? check.Count : (long)check.State;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The alert {Check} did not reach an operator; it will be tried again.")]
        public static partial void NotSent(ILogger logger, string check, Exception error);
    }
}
