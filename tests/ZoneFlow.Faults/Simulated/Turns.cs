namespace ZoneFlow.Faults.Simulated;

/// <summary>
/// What is in flight, on one thread: every read, write and mail of every caller waits here and is carried out in an order
/// that the seed chooses. A call that is taken from here goes on, on the same stack, until its next wait.
/// </summary>
internal sealed class Turns(Random chance)
{
    private readonly List<Action> _inFlight = [];

    /// <summary>Called before each turn: the clock ticks.</summary>
    public Action? Tick { get; set; }

    public Task<T> TakeAsync<T>(Func<T> work)
    {
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
        while (_inFlight.Count > 0 && !isDead())
        {
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
