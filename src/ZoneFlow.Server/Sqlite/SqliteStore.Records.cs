using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Sqlite;

public sealed partial class SqliteStore
{
    /// <summary>The highest code point, which no text uses: a prefix followed by it is past all that begin so.</summary>
    private const string PastAll = "\U0010FFFF";

    public Task<KeyedRecord?> RecordAsync(string kind, string key, CancellationToken cancellationToken) => readers.ReadAsync(
        database => database.Use(Queries.Record).Bind(kind).Bind(key).First(RecordStatements.Read), cancellationToken);

    public Task<IReadOnlyList<KeyedRecord>> RecordsAsync(string kind, string keyPrefix, int most, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<KeyedRecord>>(
            database => database.Use(Queries.Records).Bind(kind).Bind(keyPrefix).Bind(keyPrefix + PastAll).Bind(most).All(RecordStatements.Read),
            cancellationToken);

    public Task<bool> InsertRecordAsync(KeyedRecord record, CancellationToken cancellationToken) => writer.WriteAsync(
        database => RecordStatements.Insert(database, record), cancellationToken);

    public Task PutRecordAsync(KeyedRecord record, CancellationToken cancellationToken) => writer.WriteAsync(
        database => RecordStatements.Put(database, record), cancellationToken);

    /// <exception cref="ArgumentException">The two are not the same record.</exception>
    public Task<bool> ReplaceRecordAsync(KeyedRecord was, KeyedRecord now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(now);
        return (was.Kind, was.Key) == (now.Kind, now.Key)
            ? writer.WriteAsync(database => RecordStatements.Replace(database, was, now), cancellationToken)
            : throw new ArgumentException($"{now.Kind}/{now.Key} cannot replace {was.Kind}/{was.Key}.", nameof(now));
    }

    public Task DeleteRecordAsync(string kind, string key, CancellationToken cancellationToken) => writer.WriteAsync(
        database => RecordStatements.Delete(database, kind, key), cancellationToken);

    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (await writer.WriteAsync(database => RecordStatements.Sweep(database, now), cancellationToken) == RecordStatements.SweptAtOnce)
        {
        }
    }
}
