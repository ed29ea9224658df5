using System.Globalization;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.TestKit.Cloud;

/// <summary>
/// Many cases whose signals come at random gaps and owe effects and timers, over a cloud table and orchestrations whose
/// wake-ups are dropped, doubled and delayed. What is owed and what was done are both kept, to be held against each other.
/// Its activities may be run by several at once, beside the signals.
/// </summary>
public sealed class StressedOffice
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Func<TimeSpan, Task> _pass;
    private readonly CaseId[] _cases;
    private readonly Random _chance;
    private readonly Dictionary<string, Commit> _last = new(StringComparer.Ordinal);
    private readonly List<(int When, CaseId Case)> _delayed = [];
    private readonly HashSet<string> _failedOnce = new(StringComparer.Ordinal);
    private readonly Func<CaseId, Task> _wake;
    private readonly Sweep _sweep;
    private int _sent;

    /// <param name="pass">Lets the gap between two signals pass.</param>
    /// <param name="wake">Raises the wake-up of a case; what is dropped never comes to it.</param>
    public StressedOffice(CloudTable table, TimeProvider time, Func<TimeSpan, Task> pass, int cases, Random chance, Func<CaseId, Task> wake)
    {
        (_time, _pass, _chance, _wake) = (time, pass, chance, wake);
        Store = new TablesStore(table, time);
        Activities = new ZoneActivities(PassTimeAsync, Store.EffectsOfAsync, TryAsync, Store.ProjectAsync, time);
        _cases = [.. Enumerable.Range(0, cases).Select(i => new CaseId($"zone-{i:D3}"))];
        _sweep = new Sweep(Store, time, new WallClock(time));
    }

    /// <summary>How far ahead a timer may be.</summary>
    public TimeSpan LongestDue { get; init; } = TimeSpan.FromDays(40);

    public TablesStore Store { get; }

    public ZoneActivities Activities { get; }

    /// <summary>The ids of all effects that a commit owes.</summary>
    public HashSet<string> Owed { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of effects run, each as often as it was.</summary>
    public List<string> Done { get; } = [];

    public int Dropped { get; private set; }

    public int Doubled { get; private set; }

    public int Delayed { get; private set; }

    /// <summary>One signal after a gap, and what becomes of its wake-up.</summary>
    public async Task SignalAsync()
    {
        await _pass(TimeSpan.FromSeconds(Chance(1, 600)));
        var id = _cases[Chance(0, _cases.Length)];
        DateTimeOffset? due = Chance(0, 3) == 0 ? Now.AddMinutes(Chance(1, 60 * 24 * LongestDue.Days)) : null;
        await CommitAsync(id, $"signal-{_sent++}", Chance(0, 3), due);
        await WakeByChanceAsync(id);
        foreach (var (when, late) in _delayed.Where(d => d.When <= _sent).ToList())
        {
            _delayed.Remove((when, late));
            await _wake(late);
        }
    }

    public async Task SweepAsync()
    {
        foreach (var id in await _sweep.RunAsync(default))
        {
            await _wake(id);
        }
    }

    private DateTimeOffset Now => _time.GetUtcNow();

    private async Task WakeByChanceAsync(CaseId id)
    {
        switch (Chance(0, 4))
        {
            case 0:
                Dropped++;
                break;
            case 1:
                Doubled++;
                await _wake(id);
                await _wake(id);
                break;
            case 2:
                Delayed++;
                _delayed.Add((_sent + Chance(1, 50), id));
                break;
            default:
                await _wake(id);
                break;
        }
    }

    // A signal whose answer was lost is sent again under its id, as callers do.
    private async Task CommitAsync(CaseId id, string signal, int effects, DateTimeOffset? due)
    {
        for (; ;)
        {
            try
            {
                // What is in doubt is read again: the table, not the memory of it, says where the case stands.
                var stored = await Store.LoadAsync(id, default);
                var commit = Samples.Next(id, stored?.Version ?? 0, stored?.Head ?? new byte[32]);
                commit = commit with
                {
                    Answer = commit.Answer! with { Signal = new SignalId(signal) },
                    DueAt = due,
                    State = Encoding.UTF8.GetBytes(due?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? ""),
                    Effects = [.. Enumerable.Range(0, effects).Select(i => Samples.Effect(id, (commit.Version * 1_000) + i, $"{id}|{i}", Now))],
                };
                switch (await Store.CommitAsync(commit))
                {
                    case CommitOutcome.Committed:
                        Owe(commit.Effects);
                        return;
                    case CommitOutcome.Repeated:
                        await OweAsync(id);
                        return;
                }
            }
            catch (PowerCutException)
            {
                await OweAsync(id);
            }
        }
    }

    // Whatever of a case's effects is on the table is owed, also where its commit was never answered.
    private async Task OweAsync(CaseId id) => Owe(await Store.EffectsOfAsync(id, default));

    private void Owe(IEnumerable<OutboxEffect> effects)
    {
        lock (_lock)
        {
            Owed.UnionWith(effects.Select(e => e.Id));
        }
    }

    private int Chance(int from, int before)
    {
        lock (_lock)
        {
            return _chance.Next(from, before);
        }
    }

    private async Task<ZoneMoment?> PassTimeAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (await Store.LoadAsync(id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var due = DueOf(stored);
        if (due <= Now)
        {
            await CommitAsync(id, $"timer/{id}/{stored.Version}", 1, null);
            due = null;
        }

        return new ZoneMoment(due, new ZoneStatus(id.Value, "operating", "", null, null, null));
    }

    private bool FailsOnce(string effect)
    {
        lock (_lock)
        {
            return _chance.Next(10) == 0 && _failedOnce.Add(effect);
        }
    }

    private static DateTimeOffset? DueOf(StoredCase stored) => stored.State.IsEmpty
        ? null
        : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Encoding.UTF8.GetString(stored.State.Span), CultureInfo.InvariantCulture));

    private async Task TryAsync(OutboxEffect effect, CancellationToken cancellationToken)
    {
        if (FailsOnce(effect.Id))
        {
            await Store.EffectPutOffAsync(effect.Id, Now.AddSeconds(30), effect.Attempts + 1, "451", false, cancellationToken);
            return;
        }

        lock (_lock)
        {
            Done.Add(effect.Id);
        }

        await Store.EffectDoneAsync(effect.Id, cancellationToken);
    }
}
