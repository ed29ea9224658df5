using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Sqlite;

/// <summary>What is written to the outbox, and how its rows are read.</summary>
internal static class OutboxStatements
{
    /// <summary>An id that is already there is a mistake of the caller and throws.</summary>
    public static int Insert(Database database, OutboxEffect effect) => database
        .Use("INSERT INTO outbox(id, case_id, ord, lane, kind, next_try, attempts, parked, error, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .Bind(effect.Id).Bind(effect.Case.Value).Bind(effect.Order).Bind(effect.Lane).Bind(effect.Kind)
        .Bind(Instants.Kept(effect.NextTry)).Bind(effect.Attempts).Bind(effect.Parked).Bind(effect.Error).Bind(effect.Json).Run();

    public static int Delete(Database database, string effect) => database
        .Use("DELETE FROM outbox WHERE id = ?").Bind(effect).Run();

    public static int PutOff(Database database, string effect, DateTimeOffset nextTry, int attempts, string? error, bool parked) => database
        .Use("UPDATE outbox SET next_try = ?, attempts = ?, error = ?, parked = ? WHERE id = ?")
        .Bind(Instants.Kept(nextTry)).Bind(attempts).Bind(error).Bind(parked).Bind(effect).Run();

    public static OutboxEffect Read(Statement row) => new(
        row.Text(0), new(row.Text(1)), row.Long(2), row.Text(3), row.Text(4), row.Text(5), row.Instant(6), (int)row.Long(7), row.TextOrNull(8), row.Long(9) != 0);
}
