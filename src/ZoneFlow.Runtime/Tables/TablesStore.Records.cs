using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Tables;

public sealed partial class TablesStore
{
    private const int SweptAtOnce = 500;
    private const int SweepersAtOnce = 16;

    public async Task<KeyedRecord?> RecordAsync(string kind, string key, CancellationToken cancellationToken)
    {
        if (await FindRecordAsync(kind, key, cancellationToken) is not { } found)
        {
            return null;
        }

        if (kind == RecordKinds.Claim && RecordRow.Read(kind, found).Expires <= time.GetUtcNow())
        {
            // An unconfirmed claim may have been confirmed by a commit that was cut short before it said so here.
            await RepairAsync(cancellationToken);
            found = await FindRecordAsync(kind, key, cancellationToken);
        }

        return found is null ? null : RecordRow.Read(kind, found);
    }

    public async Task<bool> InsertRecordAsync(KeyedRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await ExpiringAsync(record);
        return await WriteOnceAsync(RowChangeKind.Insert, record, "");
    }

    public async Task PutRecordAsync(KeyedRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await ExpiringAsync(record);
        await rows.WriteAsync(Places.Records(record.Kind), RecordRow.Change(RowChangeKind.Put, record));
    }

    /// <exception cref="ArgumentException">The two are not the same record.</exception>
    public async Task<bool> ReplaceRecordAsync(KeyedRecord was, KeyedRecord now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(now);
        if ((was.Kind, was.Key) != (now.Kind, now.Key))
        {
            throw new ArgumentException($"{now.Kind}/{now.Key} cannot replace {was.Kind}/{was.Key}.", nameof(now));
        }

        var asKept = was with { Expires = was.Expires is { } expires ? Places.Read(Places.Kept(expires)) : null };
        if (await FindRecordAsync(was.Kind, was.Key, cancellationToken) is not { } found || RecordRow.Read(was.Kind, found) != asKept)
        {
            return false;
        }

        await ExpiringAsync(now);
        return await WriteOnceAsync(RowChangeKind.Replace, now, found.Row.Tag);
    }

    public async Task DeleteRecordAsync(string kind, string key, CancellationToken cancellationToken)
    {
        if (await table.Find(Places.Records(kind), Key(key), cancellationToken) is { } row)
        {
            await rows.WriteAsync(Places.Records(kind), Rows.Delete(row with { Tag = "*" }));
        }
    }

    public async Task<IReadOnlyList<KeyedRecord>> RecordsAsync(string kind, string keyPrefix, int most, CancellationToken cancellationToken)
    {
        // Among keys too long to stand in full, the prefix is looked for in what is kept of them.
        var from = Key(keyPrefix);
        var found = await rows.RangeAsync(Places.Records(kind), from, Places.Beyond(from), int.MaxValue, cancellationToken);
        return [.. found.Select(f => RecordRow.Read(kind, f)).Where(r => r.Key.StartsWith(keyPrefix, StringComparison.Ordinal)).Take(most)];
    }

    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RepairAsync(cancellationToken);
        var before = Places.Past(TableKey.Number(now.ToUnixTimeMilliseconds()));
        while (await table.Read(Places.Expiring, "", before, SweptAtOnce, cancellationToken) is { Count: > 0 } expired)
        {
            var sweepers = new ParallelOptions { MaxDegreeOfParallelism = SweepersAtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(expired, sweepers, async (row, _) => await SweepAsync(row, now));
        }
    }

    private async Task SweepAsync(TableRow expiring, DateTimeOffset now)
    {
        var kind = expiring.Text("kind");
        if (await FindRecordAsync(kind, expiring.Text("key"), CancellationToken.None) is { } found && RecordRow.Read(kind, found).Expires <= now)
        {
            await rows.WriteAsync(Places.Records(kind), Rows.Delete(found.Row));
        }

        await rows.WriteAsync(Places.Expiring, Rows.Delete(expiring));
    }

    // Written before the record: one that leads nowhere is swept all the same.
    private async Task ExpiringAsync(KeyedRecord record)
    {
        if (record.Expires is { } expires)
        {
            var key = $"{TableKey.Number(Math.Max(0, Places.Kept(expires)))}!{TableKey.Part(record.Kind)}!{TableKey.Part(record.Key)}";
            await rows.WriteAsync(
                Places.Expiring, Rows.Change(RowChangeKind.Put, Places.Expiring, key, default, "", ("kind", record.Kind), ("key", record.Key)));
        }
    }

    // The service's client asks again where an answer was lost, and is then told that somebody was there before: itself, perhaps.
    private async Task<bool> WriteOnceAsync(RowChangeKind kind, KeyedRecord record, string tag)
    {
        var writer = Guid.NewGuid().ToString("N");
        return await rows.WriteAsync(Places.Records(record.Kind), RecordRow.Change(kind, record, tag, writer)) == RowOutcome.Written
            || RecordRow.IsBy(writer, await FindRecordAsync(record.Kind, record.Key, CancellationToken.None));
    }

    private Task<FoundRow?> FindRecordAsync(string kind, string key, CancellationToken cancellationToken) =>
        rows.FindAsync(Places.Records(kind), Key(key), cancellationToken);
}
