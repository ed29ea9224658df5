using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Sqlite;

/// <summary>What is written to the keyed records, and how their rows are read.</summary>
internal static class RecordStatements
{
    /// <summary>How many records one write deletes: other writes go between, so a large sweep holds nobody up.</summary>
    public const int SweptAtOnce = 500;

    public static int Put(Database database, KeyedRecord record) => Bound(database
        .Use("INSERT OR REPLACE INTO records(kind, key, json, expires) VALUES (?, ?, ?, ?)"), record).Run();

    public static bool Insert(Database database, KeyedRecord record) => Bound(database
        .Use("INSERT OR IGNORE INTO records(kind, key, json, expires) VALUES (?, ?, ?, ?)"), record).Run() == 1;

    public static bool Replace(Database database, KeyedRecord was, KeyedRecord now) => Bound(database
        .Use("UPDATE records SET json = ?, expires = ? WHERE kind = ? AND key = ? AND json = ? AND expires IS ?")
        .Bind(now.Json).Bind(Instants.Kept(now.Expires)), was).Run() == 1;

    public static int Delete(Database database, string kind, string key) => database
        .Use("DELETE FROM records WHERE kind = ? AND key = ?").Bind(kind).Bind(key).Run();

    public static int Sweep(Database database, DateTimeOffset now) => database
        .Use("DELETE FROM records WHERE (kind, key) IN (SELECT kind, key FROM records WHERE expires IS NOT NULL AND expires <= ? LIMIT ?)")
        .Bind(Instants.Reached(now)).Bind(SweptAtOnce).Run();

    public static KeyedRecord Read(Statement row) => new(row.Text(0), row.Text(1), row.Text(2), row.InstantOrNull(3));

    private static Statement Bound(Statement statement, KeyedRecord record) => statement
        .Bind(record.Kind).Bind(record.Key).Bind(record.Json).Bind(Instants.Kept(record.Expires));
}
