using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Faults.Simulated;

/// <summary>
/// The store's port over the simulated disk, for one process. Writes wait together for a sync; where the power goes first,
/// the disk keeps some of them whole, in order, and of the one being written nothing: its checksum does not fit.
/// </summary>
internal sealed partial class SimulatedStore(SimulatedDisk disk, Turns turns, ProcessLife process, Weather weather, Random chance) : ICaseStore
{
    private readonly List<Func<Action>> _unsynced = [];
    private bool _syncing;

    /// <summary>Ends the process: what is not yet synced is lost, but for what the disk had happened to write.</summary>
    public void PowerCut(string at)
    {
        process.Die(at);
        for (var kept = chance.Next(_unsynced.Count + 1); kept > 0; kept--)
        {
            _unsynced[0]();
            _unsynced.RemoveAt(0);
        }

        _unsynced.Clear();
    }

    private Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        if (process.IsDead)
        {
            return ProcessLife.Never<T>();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return turns.TakeAsync(() => chance.Next(1000) < weather.Fails ? throw new IOException("The disk could not be read.") : read());
    }

    private Task<T> WriteAsync<T>(Func<T> write)
    {
        if (process.IsDead)
        {
            return ProcessLife.Never<T>();
        }

        var done = new TaskCompletionSource<T>();
        lock (_unsynced)
        {
            _unsynced.Add(() => Carry(write, done));
            if (!_syncing)
            {
                _syncing = true;
                _ = turns.TakeAsync(Sync);
            }
        }

        return done.Task;
    }

    // Carries a write out and answers what will tell its caller, later: the whole group is on disk before anybody hears of it.
    private Action Carry<T>(Func<T> write, TaskCompletionSource<T> done)
    {
        if (weather.DiskFull || chance.Next(1000) < weather.Fails)
        {
            return () => done.SetException(new IOException(weather.DiskFull ? "No space is left on the disk." : "The disk could not be written."));
        }

        T result;
        try
        {
            result = write();
        }
        catch (Exception error)
        {
            return () => done.SetException(error);
        }

        var lost = chance.Next(1000) < weather.AnswerLost;
        return lost ? () => done.SetException(new IOException("The answer of the disk was lost.")) : () => done.SetResult(result);
    }

    private bool Sync()
    {
        _syncing = false;
        if (chance.Next(1000) < weather.PowerCut)
        {
            PowerCut("sync");
            return false;
        }

        var answers = _unsynced.Select(write => write()).ToList();
        _unsynced.Clear();
        if (chance.Next(1000) < weather.PowerCut)
        {
            process.Die("synced");
            return false;
        }

        answers.ForEach(answer => answer());
        return true;
    }
}
