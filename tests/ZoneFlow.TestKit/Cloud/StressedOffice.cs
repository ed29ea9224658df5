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
/// </summary>
public sealed class StressedOffice
{
    private readonly CaseId[] _cases;
    private readonly Random _chance;
    private readonly Dictionary<string, Commit> _last = new(StringComparer.Ordinal);
    private readonly List<(int When, CaseId Case)> _delayed = [];
    private readonly HashSet<string> _failedOnce = new(StringComparer.Ordinal);
    private readonly Func<CaseId, Task> _wake;
    private readonly Sweep _sweep;
    private int _sent;

    /// <param name="wake">Raises the wake-up of a case; what is dropped never comes to it.</param>
    public StressedOffice(CloudTable table, SteppedClock clock, int cases, Random chance, Func<StressedOffice, CaseId, Task> wake)
    {
        (Clock, _chance) = (clock, chance);
        Store = new TablesStore(table, clock);
        Activities = new ZoneActivities(PassTimeAsync, Store.EffectsOfAsync, TryAsync, Store.ProjectAsync, clock);
        _cases = [.. Enumerable.Range(0, cases).Select(i => new CaseId($"zone-{i:D3}"))];
        _wake = id => wake(this, id);
        _sweep = new Sweep(Store, clock, new WallClock(clock));
    }

    public SteppedClock Clock { get; }

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
        Clock.Now += TimeSpan.FromSeconds(_chance.Next(1, 600));
        var id = _cases[_chance.Next(_cases.Length)];
        DateTimeOffset? due = _chance.Next(3) == 0 ? Clock.Now.AddMinutes(_chance.Next(1, 60 * 24 * 40)) : null;
        await CommitAsync(id, $"signal-{_sent++}", _chance.Next(0, 3), due);
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

    private async Task WakeByChanceAsync(CaseId id)
    {
        switch (_chance.Next(4))
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
                _delayed.Add((_sent + _chance.Next(1, 50), id));
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
                    Effects = [.. Enumerable.Range(0, effects).Select(i => Samples.Effect(id, (commit.Version * 1_000) + i, $"{id}|{i}", Clock.Now))],
                };
                if (await Store.CommitAsync(commit) is not CommitOutcome.Conflict)
                {
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
    private async Task OweAsync(CaseId id) => Owed.UnionWith((await Store.EffectsOfAsync(id, default)).Select(e => e.Id));

    private async Task<ZoneMoment?> PassTimeAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (await Store.LoadAsync(id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var due = DueOf(stored);
        if (due <= Clock.Now)
        {
            await CommitAsync(id, $"timer/{id}/{stored.Version}", 1, null);
            due = null;
        }

        return new ZoneMoment(due, new ZoneStatus(id.Value, "operating", "", null, null, null));
    }

    private static DateTimeOffset? DueOf(StoredCase stored) => stored.State.IsEmpty
        ? null
        : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Encoding.UTF8.GetString(stored.State.Span), CultureInfo.InvariantCulture));

    private async Task TryAsync(OutboxEffect effect, CancellationToken cancellationToken)
    {
        if (_chance.Next(10) == 0 && _failedOnce.Add(effect.Id))
        {
            await Store.EffectPutOffAsync(effect.Id, Clock.Now.AddSeconds(30), effect.Attempts + 1, "451", false, cancellationToken);
            return;
        }

        Done.Add(effect.Id);
        await Store.EffectDoneAsync(effect.Id, cancellationToken);
    }
}
