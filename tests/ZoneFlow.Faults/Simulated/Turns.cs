using ZoneFlow.Faults.Checking;

namespace ZoneFlow.Faults.Simulated;

/// <summary>
/// What is in flight, on one thread: every read, write and mail of every caller waits here and is carried out in an order
/// that the seed chooses. A call that is taken from here goes on, on the same stack, until its next wait.
/// </summary>
internal sealed class Turns(Random chance)
{
    private const int MostTurns = 200_000;

    private readonly List<Action> _inFlight = [];

    /// <summary>Called before each turn: the clock ticks.</summary>
    public Action? Tick { get; set; }

    /// <summary>Carries everything out as it comes, for the ports' own tests, from whichever thread.</summary>
    public bool AtOnce { get; init; }

    public Task<T> TakeAsync<T>(Func<T> work)
    {
        if (AtOnce)
        {
            lock (_inFlight)
            {
                return Task.FromResult(work());
            }
        }

        var done = new TaskCompletionSource<T>();
        _inFlight.Add(() =>
        {
            T result;
            try
            {
                result = work();
            }
            catch (Exception error)
            {
                done.SetException(error);
                return;
            }

            done.SetResult(result);
        });
        return done.Task;
    }

    /// <summary>A wait of some turns: a slow caller, a slow mail server.</summary>
    public async Task LingerAsync(int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            await TakeAsync(() => true);
        }
    }

    /// <summary>Runs until nothing is in flight or the process has died.</summary>
    public void Run(Func<bool> isDead)
    {
        for (var turns = 0; _inFlight.Count > 0 && !isDead(); turns++)
        {
            Broken.If(turns > MostTurns, $"Something goes round in circles.");
            var next = chance.Next(_inFlight.Count);
            var work = _inFlight[next];
            _inFlight.RemoveAt(next);
            Tick?.Invoke();
            work();
        }
    }

    /// <summary>The process is gone: nobody waits any more.</summary>
    public void Forget() => _inFlight.Clear();
}
