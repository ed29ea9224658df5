using Microsoft.Data.Sqlite;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Sqlite.Packing;

namespace ZoneFlow.Server.Sqlite;

/// <summary>
/// The cases of one office in one SQLite file. Commits go through one writer, which groups those that wait into one
/// sync of the disk; reads have connections of their own and never wait for writes. The folder is locked while the
/// store is open. Texts compare as their UTF-8 bytes and instants are kept to the millisecond, rounded up.
/// </summary>
public sealed partial class SqliteStore : ICaseStore, IAsyncDisposable
{
    private readonly string path;
    private readonly DataLock folder;
    private readonly Writer writer;
    private readonly ReadPool readers;
    private readonly TextPacking packing;
    private volatile Task learning = Task.CompletedTask;
    private int closed;

    /// <summary>Opens the store at a path and makes it where there is none; the folder must exist.</summary>
    /// <param name="crashPoint">Told each of <see cref="CrashPoints"/> as the writer passes it: for tests that break it there.</param>
    /// <exception cref="StoreInUseException">The folder is in use.</exception>
    /// <exception cref="StoreFormatException">The file is not a store, or of a newer release.</exception>
    public SqliteStore(string path, Action<string>? crashPoint = null)
    {
        this.path = Path.GetFullPath(path);
        folder = DataLock.Take(Path.GetDirectoryName(this.path)!);
        Database? database = null;
        try
        {
            database = Database.ForWriting(this.path);
            Schema.Prepare(database, this.path);
            packing = new(database);
            readers = new(this.path);
            writer = new(database, crashPoint);
        }
        catch
        {
            database?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>How many transactions have been synced, and how many writes they held.</summary>
    internal (long Transactions, long Writes) Written => (writer.Transactions, writer.Writes);

    /// <summary>Lets the file grow by so many more pages and no further, as a full disk would; for tests.</summary>
    internal Task GrowAtMostAsync(int pages) => writer.WriteAsync(database =>
    {
        var now = database.Use("PRAGMA page_count").First(row => row.Long(0));
        return database.Use($"PRAGMA max_page_count = {now + pages}").First(row => row.Long(0));
    });

    public async Task<CommitOutcome> CommitAsync(Commit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var packed = packing.Pack(commit);
        var outcome = await writer.WriteAsync(database => CommitWriter.Write(database, commit, packed));
        if (outcome == CommitOutcome.Committed && packing.Note(commit) is { } due)
        {
            learning = Task.Run(() => LearnAsync(due));
        }

        return outcome;
    }

    public Task PutRowAsync(CaseId id, CaseRow row, CancellationToken cancellationToken)
    {
        var packed = packing.Pack(row.Json);
        return writer.WriteAsync(database => CommitWriter.PutRow(database, id, row, packed), cancellationToken);
    }

    public Task ForgetAsync(CaseId id, IReadOnlyCollection<string> digests, CancellationToken cancellationToken) => writer.WriteAsync(
        database =>
        {
            // Without it what was deleted stays readable in the file until its page is used again.
            database.Use("PRAGMA secure_delete = 1").First(row => row.Long(0));
            foreach (var digest in digests)
            {
                database.Use("DELETE FROM confided WHERE case_id = ? AND digest = ?").Bind(id.Value).Bind(digest).Run();
            }

            database.Use("PRAGMA secure_delete = 0").First(row => row.Long(0));
            return true;
        },
        cancellationToken);

    public Task SetDueAsync(CaseId id, long version, DateTimeOffset? due, CancellationToken cancellationToken) => writer.WriteAsync(
        // Where it is what it was, nothing is written and no disk waited for: a new calendar looks at every case there is.
        database => database.Use("UPDATE cases SET due_at = ?1 WHERE id = ?2 AND version = ?3 AND due_at IS NOT ?1").Bind(Instants.Kept(due)).Bind(id.Value).Bind(version).Run(),
        cancellationToken);

    public Task ParkAsync(CaseId id, string? why, CancellationToken cancellationToken) => writer.WriteAsync(
        database => database.Use("UPDATE cases SET parked = ? WHERE id = ?").Bind(why).Bind(id.Value).Run(), cancellationToken);

    /// <summary>Writes a whole copy to a new file while work goes on. The file has its name only once it is complete.</summary>
    /// <exception cref="IOException">The file exists.</exception>
    public async Task BackupAsync(string path)
    {
        var target = Path.GetFullPath(path);
        var partial = target + ".partial";
        if (File.Exists(target))
        {
            throw new IOException($"The file {target} exists; a backup is never written over another.");
        }

        File.Delete(partial);
        await Task.Run(() =>
        {
            Copy(this.path, partial);
            File.Move(partial, target);
        });
    }

    /// <summary>Writes a whole copy of a store's file, in one reader's view of it; a server may be at work on it.</summary>
    internal static void Copy(string store, string target)
    {
        File.Delete(target);
        using (var database = Database.ForReading(store))
        {
            database.Use("VACUUM INTO ?").Bind(target).Run();
        }

        using var file = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    // A dictionary is in the store before anything is packed with it. Without it texts only take more room.
    private async Task LearnAsync(NewDictionary due)
    {
        var bytes = CommonParts.Of(due.Samples);
        try
        {
            await writer.WriteAsync(database => database.Use("INSERT INTO dictionaries(id, entries, bytes) VALUES (?, ?, ?)")
                .Bind(due.Id).Bind(due.Entries).Bind(bytes.AsMemory()).Run());
        }
        catch (Exception problem) when (problem is ObjectDisposedException or IOException or SqliteException)
        {
            // The store was closed, or its disk is full: the next eightfold, or the next start, makes one.
            return;
        }

        packing.Adopt(new PackDictionary(due.Id, bytes));
    }

    /// <summary>Writes what is waiting, closes and releases the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) == 1)
        {
            return;
        }

        await learning;
        await readers.DisposeAsync();
        await writer.DisposeAsync();
        folder.Dispose();
    }
}
