using Microsoft.Data.Sqlite;

namespace ZoneFlow.Server.Sqlite;

/// <summary>One connection and its prepared statements. Not for two threads at once.</summary>
internal sealed class Database : IDisposable
{
    // Statements are found by the constant's own identity: hashing a long text costs as much as running some of them.
    private readonly Dictionary<string, Statement> statements = new(ReferenceEqualityComparer.Instance);
    private readonly SqliteConnection connection;

    private Database(SqliteConnection connection) => this.connection = connection;

    /// <summary>
    /// The one connection that writes. FULL: a commit is on disk when it returns, also in WAL. The log grows to 64 MB
    /// before it is folded into the file: a page that many commits touch is then written there once.
    /// </summary>
    public static Database ForWriting(string path) => Open(path, SqliteOpenMode.ReadWriteCreate,
        """
        PRAGMA busy_timeout = 5000;
        PRAGMA foreign_keys = OFF;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -96000;
        PRAGMA wal_autocheckpoint = 16000;
        PRAGMA journal_size_limit = 67108864;
        """);

    /// <summary>A connection that reads. Not memory-mapped: a failing disk would then be a signal instead of an exception.</summary>
    public static Database ForReading(string path) => Open(path, SqliteOpenMode.ReadOnly,
        """
        PRAGMA busy_timeout = 5000;
        PRAGMA cache_size = -4000;
        """);

    /// <param name="sql">A constant: each text is prepared once.</param>
    public Statement Use(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new(connection.Handle!, sql);
            statements.Add(sql, statement);
        }

        return statement.Start();
    }

    /// <summary>Runs a script that is not worth preparing.</summary>
    public void Execute(string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    public long LastRow => SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle!);

    /// <summary>A failing statement may have rolled back by itself.</summary>
    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) == 0;

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    // No connection is ever used by two threads at once, and nobody asks how much memory SQLite has: without a lock around each
    // of its calls, and one around each of its allocations that all connections share. Where SQLite is in use already, as in
    // some tests, it stays as it is, which is only slower.
    private static readonly int Unlocked = Unlock();

    private static int Unlock()
    {
        SQLitePCL.Batteries_V2.Init();
        return SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD) | SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private static Database Open(string path, SqliteOpenMode mode, string settings)
    {
        _ = Unlocked;
        var address = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        var database = new Database(new(address.ToString()));
        try
        {
            database.connection.Open();
            database.Execute(settings);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
