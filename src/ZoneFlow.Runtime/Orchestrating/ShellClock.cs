using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>Time passes for one case by the shell, and the case says where it stands.</summary>
public sealed class ShellClock(ICaseStore store, Shell.Cases cases, Clockwork clockwork)
{
    public async Task<ZoneMoment?> PassTimeAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(id, cancellationToken) is null)
        {
            return null;
        }

        await clockwork.PassTimeAsync(id, cancellationToken);
        if ((await store.LoadAsync(id, cancellationToken))!.Parked is { } why)
        {
            return new ZoneMoment(null, new ZoneStatus("", "", "", null, null, why));
        }

        var (state, rules) = (await cases.FindAsync(id, cancellationToken))!.Value;
        return new ZoneMoment(Lifecycle.NextDue(rules, state), StatusOf(state));
    }

    private static ZoneStatus StatusOf(CaseState state)
    {
        var running = state.Procedures.Select(p => (Procedure: p, Due: StageHolders.DeadlineOf(state, p))).OrderBy(p => p.Due?.DueAt ?? DateTimeOffset.MaxValue).ToList();
        var first = running.Select(p => p.Due).FirstOrDefault();
        return new ZoneStatus(
            state.Number, state.Standing, string.Join(' ', running.Select(p => $"{p.Procedure.Name}/{p.Procedure.Stage}")), first?.Last, first?.Source.ToString(), null);
    }
}
