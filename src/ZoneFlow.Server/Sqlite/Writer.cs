using System.Threading.Channels;

namespace ZoneFlow.Server.Sqlite;

/// <summary>
/// The one thread that writes. Whatever has come in while the last group was being synced shares the next
/// transaction, and so one sync of the disk; each caller is answered when its own transaction is durable. A group
/// that fails is taken back and tried one by one, so that only the culprit gets its exception. Callers wait at the
/// door where the queue is full.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int LongestQueue = 1024;
    private const int LargestGroup = 256;

    private readonly Database database;
    private readonly Action<string>? crashPoint;
    private readonly Channel<Write> queue = Channel.CreateBounded<Write>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly Thread thread;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long transactions;
    private long writes;

    public Writer(Database database, Action<string>? crashPoint)
    {
        this.database = database;
        this.crashPoint = crashPoint;
        thread = new(Work) { IsBackground = true, Name = "store writer" };
        thread.Start();
    }

    /// <summary>How many transactions have become durable.</summary>
    public long Transactions => Volatile.Read(ref transactions);

    /// <summary>How many writes they held.</summary>
    public long Writes => Volatile.Read(ref writes);

    /// <summary>Writes and waits until it is durable. Once in the queue it is not cancelled.</summary>
    public async Task<T> WriteAsync<T>(Func<Database, T> apply, CancellationToken cancellationToken = default)
    {
        var write = new Write<T>(apply);
        try
        {
            await queue.Writer.WriteAsync(write, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteStore));
        }

        return await write.Durable;
    }

    /// <summary>Writes what is in the queue, then closes the connection, which folds the write-ahead log into the file.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await ended.Task;
        database.Dispose();
    }

    private void Work()
    {
        var group = new List<Write>(LargestGroup);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var write))
            {
                group.Add(write);
            }

            WriteGroup(group);
            group.Clear();
        }

        ended.SetResult();
    }

    private void WriteGroup(List<Write> group)
    {
        try
        {
            Commit(group);
        }
        catch (Exception) when (group.Count > 1)
        {
            foreach (var write in group)
            {
                WriteGroup([write]);
            }

            return;
        }
        catch (Exception problem)
        {
            group[0].Fail(problem);
            return;
        }

        AnswerAll(group);
    }

    private void Commit(List<Write> group)
    {
        database.Use("BEGIN IMMEDIATE").Run();
        try
        {
            foreach (var write in group)
            {
                write.Apply(database);
            }

            crashPoint?.Invoke(CrashPoints.BeforeCommit);
            database.Use("COMMIT").Run();
        }
        catch
        {
            if (database.InTransaction)
            {
                database.Use("ROLLBACK").Run();
            }

            throw;
        }

        Volatile.Write(ref transactions, transactions + 1);
        Volatile.Write(ref writes, writes + group.Count);
    }

    private void AnswerAll(List<Write> group)
    {
        try
        {
            crashPoint?.Invoke(CrashPoints.AfterCommit);
        }
        catch (Exception problem)
        {
            group.ForEach(write => write.Fail(problem));
            return;
        }

        group.ForEach(write => write.Answer());
    }
}
