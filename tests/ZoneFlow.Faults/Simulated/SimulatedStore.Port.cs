using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Faults.Simulated;

internal sealed partial class SimulatedStore
{
    public Task<StoredCase?> LoadAsync(CaseId id, CancellationToken cancellationToken) => ReadAsync(() => disk.Find(id)?.Stored, cancellationToken);

    public Task<CommitOutcome> CommitAsync(Commit commit) => WriteAsync(() => disk.Commit(commit));

    public Task<SignalAnswer?> AnswerAsync(SignalId signal, CancellationToken cancellationToken) =>
        ReadAsync(() => disk.Answers.GetValueOrDefault(signal.Value), cancellationToken);

    public Task<IReadOnlyList<StoredEntry>> JournalAsync(CaseId id, long after, int most, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredEntry>>(() => [.. (disk.Find(id)?.Journal ?? []).Where(e => e.Sequence > after).Take(most)], cancellationToken);

    public Task<IReadOnlyList<CaseRow>> RowsAsync(CaseId id, string kind, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<CaseRow>>(
        () => [.. disk.RowsOf(id, kind).Values], cancellationToken);

    public Task PutRowAsync(CaseId id, CaseRow row, CancellationToken cancellationToken) => WriteAsync(() => disk.Put(id, row));

    public Task<IReadOnlyDictionary<string, ConfidedText>> ConfidedAsync(CaseId id, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyDictionary<string, ConfidedText>>(
            () => new Dictionary<string, ConfidedText>(disk.Find(id)?.Confided ?? [], StringComparer.Ordinal), cancellationToken);

    public Task ForgetAsync(CaseId id, IReadOnlyCollection<string> digests, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        if (disk.Find(id) is { } life)
        {
            foreach (var digest in digests)
            {
                life.Confided.Remove(digest);
            }

            disk.Touched.Add(id.Value);
        }

        return true;
    });

    public Task<IReadOnlyList<IndexRow>> IndexAsync(string index, string partition, string? after, int most, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<IndexRow>>(
            () => [.. disk.Index(index, partition).Values.Where(r => after is null || Utf8Order.Instance.Compare(r.Sort, after) > 0).Take(most)],
            cancellationToken);

    public Task<int> CountAsync(string index, string partition, string? after, string? before, CancellationToken cancellationToken) => ReadAsync(
        () => disk.Index(index, partition).Values.Count(r =>
            (after is null || Utf8Order.Instance.Compare(r.Sort, after) > 0) && (before is null || Utf8Order.Instance.Compare(r.Sort, before) < 0)),
        cancellationToken);

    public Task<IReadOnlyList<CaseCount>> CaseCountsAsync(string kind, string? region, CancellationToken cancellationToken) =>
        ReadAsync(() => RegisterRows.Counts(Registered(kind, region)), cancellationToken);

    public Task<IReadOnlyList<CaseSummary>> DatedAsync(
        string kind, string? region, DateOnly? from, DateOnly? until, int skip, int most, CancellationToken cancellationToken) =>
        ReadAsync(() => RegisterRows.Dated(Registered(kind, region), from, until, skip, most), cancellationToken);

    public Task<IReadOnlyList<CaseSummary>> SearchAsync(
        string kind, string? region, string words, bool open, int skip, int most, CancellationToken cancellationToken) =>
        ReadAsync(() => RegisterRows.Search(Registered(kind, region), words, open, skip, most), cancellationToken);

    private IEnumerable<IndexRow> Registered(string kind, string? region)
    {
        var (index, partition) = RegisterRows.Of(kind, region);
        return disk.Index(index, partition).Values;
    }

    public Task<IReadOnlyList<DueCase>> DueByAsync(DateTimeOffset instant, int most, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<DueCase>>(
            () => [.. disk.Cases.Values.Where(c => c.Due <= instant && c.Parked is null).OrderBy(c => c.Due).Take(most).Select(c => new DueCase(c.Id, c.Due!.Value))],
            cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        ReadAsync(() => disk.Cases.Values.Where(c => c.Parked is null).Min(c => c.Due), cancellationToken);

    public Task SetDueAsync(CaseId id, long version, DateTimeOffset? due, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        if (disk.Find(id) is { } life && life.Version == version)
        {
            life.Due = SimulatedDisk.Kept(due);
            disk.Touched.Add(id.Value);
        }

        return true;
    });

    public Task<IReadOnlyList<OutboxEffect>> PendingEffectsAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<OutboxEffect>>(
            () => [.. disk.Heads().Where(h => h.Effect.NextTry <= now).OrderBy(h => h.Effect.NextTry).ThenBy(h => h.Row).Take(most).Select(h => h.Effect)],
            cancellationToken);

    public Task<DateTimeOffset?> NextEffectAsync(CancellationToken cancellationToken) =>
        ReadAsync(() => disk.Heads().Select(h => (DateTimeOffset?)h.Effect.NextTry).Min(), cancellationToken);

    public Task EffectDoneAsync(string effect, CancellationToken cancellationToken) => WriteAsync(() => Row(effect) is { } row && disk.Outbox.Remove(row));

    public Task EffectPutOffAsync(string effect, DateTimeOffset nextTry, int attempts, string? error, bool parked, CancellationToken cancellationToken) =>
        WriteAsync(() =>
        {
            if (Row(effect) is { } row)
            {
                disk.Outbox[row] = disk.Outbox[row] with
                {
                    NextTry = SimulatedDisk.Kept(nextTry)!.Value, Attempts = attempts, Error = error, Parked = parked,
                };
            }

            return true;
        });

    public Task<IReadOnlyList<OutboxEffect>> OutboxAsync(int most, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<OutboxEffect>>(
        () => [.. disk.Outbox.OrderByDescending(o => o.Value.Parked).ThenBy(o => o.Value.NextTry).ThenBy(o => o.Key).Take(most).Select(o => o.Value)],
        cancellationToken);

    public Task ParkAsync(CaseId id, string? why, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        if (disk.Find(id) is { } life)
        {
            life.Parked = why;
            disk.Touched.Add(id.Value);
        }

        return true;
    });

    public Task<IReadOnlyList<StoredCase>> ParkedAsync(int most, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<StoredCase>>(
        () => [.. disk.Cases.Values.Where(c => c.Parked is not null).Take(most).Select(c => c.Stored)], cancellationToken);

    public Task<KeyedRecord?> RecordAsync(string kind, string key, CancellationToken cancellationToken) =>
        ReadAsync(() => disk.RecordsOf(kind).GetValueOrDefault(key), cancellationToken);

    public Task<bool> InsertRecordAsync(KeyedRecord record, CancellationToken cancellationToken) =>
        WriteAsync(() => !disk.RecordsOf(record.Kind).ContainsKey(record.Key) && disk.Put(record));

    public Task PutRecordAsync(KeyedRecord record, CancellationToken cancellationToken) => WriteAsync(() => disk.Put(record));

    public Task<bool> ReplaceRecordAsync(KeyedRecord was, KeyedRecord now, CancellationToken cancellationToken) =>
        (was.Kind, was.Key) != (now.Kind, now.Key)
            ? throw new ArgumentException("The two are not the same record.", nameof(now))
            : WriteAsync(() => disk.RecordsOf(was.Kind).TryGetValue(was.Key, out var found)
                && found == was with { Expires = SimulatedDisk.Kept(was.Expires) } && disk.Put(now));

    public Task DeleteRecordAsync(string kind, string key, CancellationToken cancellationToken) => WriteAsync(() => disk.RecordsOf(kind).Remove(key));

    public Task<IReadOnlyList<KeyedRecord>> RecordsAsync(string kind, string keyPrefix, int most, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<KeyedRecord>>(
            () => [.. disk.RecordsOf(kind).Values.Where(r => r.Key.StartsWith(keyPrefix, StringComparison.Ordinal)).Take(most)], cancellationToken);

    public Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        foreach (var records in disk.Records.Values)
        {
            foreach (var expired in records.Values.Where(r => r.Expires <= now).ToList())
            {
                records.Remove(expired.Key);
            }
        }

        return true;
    });

    private long? Row(string effect)
    {
        foreach (var (row, waiting) in disk.Outbox)
        {
            if (waiting.Id == effect)
            {
                return row;
            }
        }

        return null;
    }
}
