using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Orchestrating;

namespace ZoneFlow.TestKit.Cloud;

/// <summary>
/// A host of orchestrations as a value: instances with a history, events and a timer. What is awaited is kept and given
/// back when the code is run again from its beginning, which happens after every wait and wherever chance restarts it.
/// </summary>
/// <param name="restarts">Of a thousand awaits, how many the process dies at: before the work, or after it and before it is kept.</param>
public sealed class Orchestrations(ZoneActivities activities, TimeProvider time, Random chance, int restarts = 0)
{
    private const int MostTurns = 1_000_000;
    private readonly SortedDictionary<string, Instance> _instances = new(StringComparer.Ordinal);
    private int _turns;

    public int Turns => _turns;

    public int Restarts { get; private set; }

    /// <summary>How many looks were taken and how many effects tried.</summary>
    public int Looks { get; private set; }

    public int Effects { get; private set; }

    /// <summary>Called where the process dies, for a test to lose what it would.</summary>
    public Action? Died { get; set; }

    public bool IsRunning(CaseId id) => _instances.ContainsKey(id.Value);

    public ZoneStatus? Status(CaseId id) => _instances.GetValueOrDefault(id.Value)?.Status;

    public DateTimeOffset? NextTimer => _instances.Values.Min(i => i.Timer);

    /// <summary>What a client does: raises the event where an instance lives, and starts one where none does.</summary>
    public void Wake(CaseId id)
    {
        switch (WakeUps.Of(_instances.ContainsKey(id.Value) ? "Running" : null))
        {
            case WakeUpStep.Raise:
                _instances[id.Value].Events++;
                break;
            default:
                _instances.Add(id.Value, new Instance(id));
                break;
        }
    }

    /// <summary>Somebody deletes the instance by hand.</summary>
    public void Purge(CaseId id) => _instances.Remove(id.Value);

    /// <summary>Runs every instance that has something to do now, until none has.</summary>
    public async Task RunAsync()
    {
        while (_instances.Values.FirstOrDefault(i => i.Timer is null || i.Events > 0 || i.Timer <= time.GetUtcNow()) is { } ready)
        {
            Assert.True(++_turns < MostTurns, "An orchestration goes round in circles.");
            await TurnAsync(ready);
        }
    }

    private async Task TurnAsync(Instance one)
    {
        one.Timer = null;
        var (at, again) = (0, false);
        var calls = new ZoneCalls(
            () => Kept(one, () => at++, () =>
            {
                Looks++;
                return activities.LookAsync(one.Id, default);
            }),
            effect => Kept(one, () => at++, async () =>
            {
                Effects++;
                await activities.RunAsync(one.Id, effect, default);
                return true;
            }),
            until => Kept(one, () => at++, () =>
            {
                if (one.Events > 0)
                {
                    one.Events--;
                }
                else if (until > time.GetUtcNow())
                {
                    one.Timer = new DateTimeOffset(until, TimeSpan.Zero);
                    throw new SuspendedException();
                }

                return Task.FromResult(true);
            }, dies: false),
            status => one.Status = status,
            () => again = true);
        try
        {
            await ZoneTurn.RunAsync(calls);
        }
        catch (SuspendedException)
        {
            return;
        }
        catch (RestartedException)
        {
            Restarts++;
            Died?.Invoke();
            return;
        }

        one.History.Clear();
        if (!again)
        {
            _instances.Remove(one.Id.Value);
        }
    }

    private async Task<T> Kept<T>(Instance one, Func<int> next, Func<Task<T>> work, bool dies = true)
    {
        var at = next();
        if (at < one.History.Count)
        {
            // A replay must ask for the same in the same order.
            return Assert.IsType<T>(one.History[at]);
        }

        Restart(dies);
        var result = await work();
        Restart(dies);
        one.History.Add(result!);
        return result;
    }

    // Work can be done and forgotten; an event that was heard is in the history by that.
    private void Restart(bool dies)
    {
        if (dies && chance.Next(1_000) < restarts)
        {
            throw new RestartedException();
        }
    }

    private sealed class Instance(CaseId id)
    {
        public CaseId Id { get; } = id;

        public List<object> History { get; } = [];

        public int Events { get; set; }

        /// <summary>When it goes on by itself; null where it is not waiting.</summary>
        public DateTimeOffset? Timer { get; set; }

        public ZoneStatus? Status { get; set; }
    }

    private sealed class SuspendedException : Exception;

    private sealed class RestartedException : Exception;
}
