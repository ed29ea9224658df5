using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Sqlite;

public sealed partial class SqliteStore
{
    public Task<IReadOnlyList<OutboxEffect>> PendingEffectsAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<OutboxEffect>>(
            database => database.Use(Queries.PendingEffects).Bind(Instants.Reached(now)).Bind(most).All(OutboxStatements.Read), cancellationToken);

    public Task<DateTimeOffset?> NextEffectAsync(CancellationToken cancellationToken) => readers.ReadAsync(
        database => database.Use(Queries.NextEffect).First(row => (DateTimeOffset?)row.Instant(0)), cancellationToken);

    public Task<IReadOnlyList<OutboxEffect>> OutboxAsync(int most, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<OutboxEffect>>(
            database => database.Use(Queries.Outbox).Bind(most).All(OutboxStatements.Read), cancellationToken);

    public Task EffectDoneAsync(string effect, CancellationToken cancellationToken) => writer.WriteAsync(
        database => OutboxStatements.Delete(database, effect), cancellationToken);

    public Task EffectPutOffAsync(
        string effect, DateTimeOffset nextTry, int attempts, string? error, bool parked, CancellationToken cancellationToken) =>
        writer.WriteAsync(database => OutboxStatements.PutOff(database, effect, nextTry, attempts, error, parked), cancellationToken);
}
