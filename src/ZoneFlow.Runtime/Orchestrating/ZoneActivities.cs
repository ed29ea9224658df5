using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>What a case's orchestration has done for it: the clock and the courier of one case.</summary>
/// <param name="tryEffect">Runs an effect and marks it done, or puts it off.</param>
/// <param name="settle">Brings what is written outside the case's own partition up to date.</param>
/// <param name="catchUp">Takes in what another worker has changed for all cases; called before each piece of work, which may be anywhere.</param>
public sealed class ZoneActivities(
    ZoneClock clock, CaseEffects effectsOf, Func<OutboxEffect, CancellationToken, Task> tryEffect, Func<CaseId, Task> settle, TimeProvider time,
    Func<CancellationToken, Task>? catchUp = null)
{
    /// <summary>
    /// However little there is to do, a case is looked at this often. A wake-up that was lost is made good by the sweep within minutes,
    /// so this need not be often: an idle case costs by its looks.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    // A turn's history stays small; what is left has its turn in the next.
    private const int MostAtOnce = 50;

    public async Task<ZoneLook> LookAsync(CaseId id, CancellationToken cancellationToken)
    {
        await (catchUp?.Invoke(cancellationToken) ?? Task.CompletedTask);
        await settle(id);
        if (await clock(id, cancellationToken) is not { } moment)
        {
            return new ZoneLook(false, [], default, new ZoneStatus("", "", "", null, null, null));
        }

        var now = time.GetUtcNow();
        var effects = await effectsOf(id, cancellationToken);
        var heads = Lanes.Heads(effects).ToList();
        var next = heads.Select(e => e.NextTry).Append(moment.Due ?? DateTimeOffset.MaxValue).Append(now + LongestWait).Where(t => t > now).Min();
        var ready = heads.Where(e => e.NextTry <= now).OrderBy(e => e.Order).Take(MostAtOnce).Select(e => e.Id);
        var waits = moment.Status.Waits ?? effects.FirstOrDefault(e => e.Parked)?.Error;
        return new ZoneLook(true, [.. ready], next.UtcDateTime, moment.Status with { Waits = waits });
    }

    /// <summary>Tries an effect whose turn it is; one that is gone has been run.</summary>
    public async Task RunAsync(CaseId id, string effect, CancellationToken cancellationToken)
    {
        await (catchUp?.Invoke(cancellationToken) ?? Task.CompletedTask);
        if (Lanes.Heads(await effectsOf(id, cancellationToken)).FirstOrDefault(e => e.Id == effect) is { } waiting && waiting.NextTry <= time.GetUtcNow())
        {
            await tryEffect(waiting, cancellationToken);
        }
    }
}
