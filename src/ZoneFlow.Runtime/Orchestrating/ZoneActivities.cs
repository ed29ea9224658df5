using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>What a case's orchestration has done for it: the clock and the courier of one case.</summary>
/// <param name="settle">Brings what is written outside the case's own partition up to date.</param>
public sealed class ZoneActivities(
    ICaseStore store, Shell.Cases cases, Clockwork clockwork, Courier courier, CaseEffects effectsOf, Func<CaseId, Task> settle, TimeProvider time)
{
    /// <summary>However little there is to do, a case is looked at this often: a wake-up that was lost is made good by then.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private const int MostAtOnce = 50;

    public async Task<ZoneLook> LookAsync(CaseId id, CancellationToken cancellationToken)
    {
        await settle(id);
        await clockwork.PassTimeAsync(id, cancellationToken);
        if (await store.LoadAsync(id, cancellationToken) is not { } stored)
        {
            return new ZoneLook(false, [], default, new ZoneStatus("", "", "", null, null, null));
        }

        var now = time.GetUtcNow();
        var effects = await effectsOf(id, cancellationToken);
        var heads = Lanes.Heads(effects).ToList();
        var next = heads.Select(e => e.NextTry).Where(t => t > now).Append(now + LongestWait).Min();
        if (stored.Parked is { } why)
        {
            return Seen(heads, now, next, new ZoneStatus("", "", "", null, null, why));
        }

        var (state, rules) = (await cases.FindAsync(id, cancellationToken))!.Value;
        var due = Lifecycle.NextDue(rules, state);
        var status = StatusOf(state, effects.FirstOrDefault(e => e.Parked));
        return Seen(heads, now, due is { } at && at < next ? at : next, status);
    }

    /// <summary>Tries an effect whose turn it is; one that is gone has been run.</summary>
    public async Task RunAsync(CaseId id, string effect, CancellationToken cancellationToken)
    {
        if (Lanes.Heads(await effectsOf(id, cancellationToken)).FirstOrDefault(e => e.Id == effect) is { } waiting && waiting.NextTry <= time.GetUtcNow())
        {
            await courier.TryAsync(waiting, cancellationToken);
        }
    }

    private static ZoneLook Seen(List<OutboxEffect> heads, DateTimeOffset now, DateTimeOffset next, ZoneStatus status) => new(
        true, [.. heads.Where(e => e.NextTry <= now).OrderBy(e => e.Order).Take(MostAtOnce).Select(e => e.Id)], RoundedUp(next), status);

    private static ZoneStatus StatusOf(CaseState state, OutboxEffect? parked)
    {
        var running = state.Procedures.Select(p => (Procedure: p, Due: StageHolders.DeadlineOf(state, p))).OrderBy(p => p.Due?.DueAt ?? DateTimeOffset.MaxValue).ToList();
        var first = running.Select(p => p.Due).FirstOrDefault();
        return new ZoneStatus(
            state.Number, state.Standing, string.Join(' ', running.Select(p => $"{p.Procedure.Name}/{p.Procedure.Stage}")), first?.Last,
            first?.Source.ToString(), parked?.Error);
    }

    // A timer that is a fraction early finds nothing due and only looks again.
    private static DateTime RoundedUp(DateTimeOffset instant) => (instant + TimeSpan.FromMilliseconds(1)).UtcDateTime;
}
