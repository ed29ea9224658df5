using System.Collections.Concurrent;

namespace ZoneFlow.Server.Sqlite;

/// <summary>
/// The connections that read. Each read sees the last whole commit and never waits for a write; where all are busy
/// it waits for another read. The last one returned goes out first, since its pages are in memory.
/// </summary>
internal sealed class ReadPool : IAsyncDisposable
{
    private readonly ConcurrentStack<Database> idle = new();
    private readonly SemaphoreSlim free;
    private readonly int size = Math.Clamp(Environment.ProcessorCount * 2, 4, 16);

    public ReadPool(string path)
    {
        free = new(size);
        for (var i = 0; i < size; i++)
        {
            idle.Push(Database.ForReading(path));
        }
    }

    public async Task<T> ReadAsync<T>(Func<Database, T> read, CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        try
        {
            idle.TryPop(out var database);
            try
            {
                return read(database!);
            }
            finally
            {
                idle.Push(database!);
            }
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Lets running reads end, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < size; i++)
        {
            await free.WaitAsync();
        }

        foreach (var database in idle)
        {
            database.Dispose();
        }

        free.Dispose();
    }
}
