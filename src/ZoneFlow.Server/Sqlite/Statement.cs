using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using ZoneFlow.Runtime.Ports;
using static SQLitePCL.raw;

namespace ZoneFlow.Server.Sqlite;

/// <summary>
/// A prepared statement, used again and again. Values are bound in the order of its parameters. It stands on the
/// raw calls: a command object looks every parameter up by name and copies every blob on every run.
/// </summary>
internal sealed class Statement(sqlite3 connection, string sql) : IDisposable
{
    private const int MostOnStack = 384;
    private readonly sqlite3_stmt handle = Prepare(connection, sql);
    private int bound;

    public Statement Start()
    {
        bound = 0;
        return this;
    }

    public Statement Bind(long value) => Checked(sqlite3_bind_int64(handle, ++bound, value));

    public Statement Bind(long? value) => value is { } known ? Bind(known) : Null();

    public Statement Bind(bool value) => Bind(value ? 1L : 0L);

    public Statement Bind(string? value)
    {
        if (value is null)
        {
            return Null();
        }

        if (value.Length <= MostOnStack / 3)
        {
            Span<byte> bytes = stackalloc byte[MostOnStack];
            return BindText(bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var statement = BindText(rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return statement;
    }

    public Statement Bind(ReadOnlyMemory<byte> value) => value.IsEmpty
        ? Checked(sqlite3_bind_zeroblob(handle, ++bound, 0)) // An empty span has no address and would be bound as null.
        : Checked(sqlite3_bind_blob(handle, ++bound, value.Span));

    /// <summary>A UUID as its 16 bytes, in the order of its text; any other id as it is.</summary>
    public Statement BindId(string id)
    {
        Span<byte> bytes = stackalloc byte[16];
        return id.Length == 36 && IsLower(id) && Guid.TryParseExact(id, "D", out var uuid) && uuid.TryWriteBytes(bytes, bigEndian: true, out _)
            ? Checked(sqlite3_bind_blob(handle, ++bound, bytes))
            : Bind(id);
    }

    /// <summary>A digest of 64 lowercase digits as its 32 bytes; any other text as it is.</summary>
    public Statement BindDigest(string digest)
    {
        Span<byte> bytes = stackalloc byte[32];
        return digest.Length == 64 && IsLower(digest) && Convert.FromHexString(digest, bytes, out _, out var written) == OperationStatus.Done && written == bytes.Length
            ? Checked(sqlite3_bind_blob(handle, ++bound, bytes))
            : Bind(digest);
    }

    public Statement Null() => Checked(sqlite3_bind_null(handle, ++bound));

    /// <summary>Runs to the end and says how many rows were written.</summary>
    public int Run()
    {
        try
        {
            while (Step())
            {
            }

            return sqlite3_changes(connection);
        }
        finally
        {
            Reset();
        }
    }

    public T? First<T>(Func<Statement, T> read)
    {
        try
        {
            return Step() ? read(this) : default;
        }
        finally
        {
            Reset();
        }
    }

    public List<T> All<T>(Func<Statement, T> read)
    {
        try
        {
            var rows = new List<T>();
            while (Step())
            {
                rows.Add(read(this));
            }

            return rows;
        }
        finally
        {
            Reset();
        }
    }

    public bool IsNull(int column) => sqlite3_column_type(handle, column) == SQLITE_NULL;

    public long Long(int column) => sqlite3_column_int64(handle, column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public string Text(int column) => sqlite3_column_text(handle, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Blob(int column) => sqlite3_column_blob(handle, column).ToArray();

    /// <summary>The bytes where SQLite has them: until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => sqlite3_column_blob(handle, column);

    public bool IsBlob(int column) => sqlite3_column_type(handle, column) == SQLITE_BLOB;

    /// <summary>What <see cref="BindDigest"/> wrote.</summary>
    public string Digest(int column) => IsBlob(column) ? Convert.ToHexStringLower(Bytes(column)) : Text(column);

    public DateTimeOffset Instant(int column) => Instants.Read(Long(column));

    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public void Dispose() => handle.Dispose();

    private static sqlite3_stmt Prepare(sqlite3 connection, string sql)
    {
        SqliteException.ThrowExceptionForRC(sqlite3_prepare_v3(connection, sql, SQLITE_PREPARE_PERSISTENT, out var handle), connection);
        return handle;
    }

    // An empty span has no address and would be bound as null. SQLite keeps a copy.
    private Statement BindText(ReadOnlySpan<byte> text) =>
        Checked(text.IsEmpty ? sqlite3_bind_text(handle, ++bound, "") : sqlite3_bind_text(handle, ++bound, text));

    private static bool IsLower(string text) => !text.AsSpan().ContainsAnyInRange('A', 'F');

    private bool Step()
    {
        var result = sqlite3_step(handle);
        Checked(result);
        return result == SQLITE_ROW;
    }

    private Statement Checked(int result)
    {
        if (result is not (SQLITE_OK or SQLITE_ROW or SQLITE_DONE))
        {
            try
            {
                SqliteException.ThrowExceptionForRC(result, connection);
            }
            catch (SqliteException full) when (full.SqliteErrorCode == SQLITE_FULL)
            {
                throw new StoreFullException(full);
            }
        }

        return this;
    }

    // The result of a reset repeats the step's, which has been thrown already. Bindings go so that no blob is kept alive.
    private void Reset()
    {
        _ = sqlite3_reset(handle);
        _ = sqlite3_clear_bindings(handle);
        bound = 0;
    }
}
