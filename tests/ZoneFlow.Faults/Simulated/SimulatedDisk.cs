using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Faults.Simulated;

/// <summary>What is durable. A write reaches it whole, at the sync that its caller waits for, or never.</summary>
internal sealed class SimulatedDisk
{
    private long _outboxRow;

    public SortedDictionary<string, StoredLife> Cases { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SignalAnswer> Answers { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<long, OutboxEffect> Outbox { get; } = [];

    public Dictionary<(string Case, string Kind), SortedDictionary<string, CaseRow>> Rows { get; } = [];

    public Dictionary<(string Index, string Partition), SortedDictionary<string, IndexRow>> Indexes { get; } = [];

    public Dictionary<string, SortedDictionary<string, KeyedRecord>> Records { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (byte[] Bytes, DateTimeOffset Put)> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Every effect that a commit ever brought, for the checks.</summary>
    public Dictionary<string, OutboxEffect> EveryEffect { get; } = new(StringComparer.Ordinal);

    /// <summary>Cases written to since somebody last looked, for the checks.</summary>
    public SortedSet<string> Touched { get; } = new(StringComparer.Ordinal);

    public StoredLife? Find(CaseId id) => Cases.GetValueOrDefault(id.Value);

    public CommitOutcome Commit(Commit commit)
    {
        if (commit.Answer is { } answer && Answers.ContainsKey(answer.Signal.Value))
        {
            return CommitOutcome.Repeated;
        }

        var life = Find(commit.Case);
        if ((life?.Version ?? 0) != commit.Expected)
        {
            return CommitOutcome.Conflict;
        }

        if (commit.Effects.Any(e => Outbox.Values.Any(o => o.Id == e.Id)) || commit.Effects.DistinctBy(e => e.Id).Count() != commit.Effects.Length)
        {
            throw new InvalidOperationException("An effect's id is in the outbox already.");
        }

        if (life is null)
        {
            Cases[commit.Case.Value] = life = new StoredLife(commit.Case, commit.Kind);
        }

        (life.Version, life.Head, life.Due) = (commit.Version, commit.Head, Kept(commit.DueAt));
        if (!commit.StateStays)
        {
            (life.State, life.Schema, life.StateVersion) = (commit.State, commit.Schema, commit.Version);
        }

        life.Journal.AddRange(commit.Entries);
        Rest(commit, life);
        Touched.Add(commit.Case.Value);
        return CommitOutcome.Committed;
    }

    private void Rest(Commit commit, StoredLife life)
    {
        if (commit.Answer is { } answer)
        {
            Answers[answer.Signal.Value] = answer;
        }

        foreach (var effect in commit.Effects)
        {
            Outbox[++_outboxRow] = EveryEffect[effect.Id] = effect with { NextTry = Kept(effect.NextTry)!.Value };
        }

        foreach (var row in commit.Rows)
        {
            Put(commit.Case, row);
        }

        foreach (var text in commit.Confided)
        {
            life.Confided[text.Digest] = text;
        }

        foreach (var drop in commit.IndexDrops)
        {
            Index(drop.Index, drop.Partition).Remove(drop.Sort);
        }

        foreach (var row in commit.IndexPuts)
        {
            Index(row.Index, row.Partition)[row.Sort] = row;
        }

        foreach (var record in commit.Records)
        {
            Put(record);
        }
    }

    public SortedDictionary<string, IndexRow> Index(string index, string partition) =>
        Indexes.TryGetValue((index, partition), out var rows) ? rows : Indexes[(index, partition)] = new(Utf8Order.Instance);

    public SortedDictionary<string, KeyedRecord> RecordsOf(string kind) =>
        Records.TryGetValue(kind, out var records) ? records : Records[kind] = new(Utf8Order.Instance);

    public SortedDictionary<string, CaseRow> RowsOf(CaseId id, string kind) =>
        Rows.TryGetValue((id.Value, kind), out var rows) ? rows : Rows[(id.Value, kind)] = new(Utf8Order.Instance);

    public bool Put(CaseId id, CaseRow row)
    {
        RowsOf(id, row.Kind)[row.Key] = row;
        return true;
    }

    public bool Put(KeyedRecord record)
    {
        RecordsOf(record.Kind)[record.Key] = record with { Expires = Kept(record.Expires) };
        return true;
    }

    /// <summary>The first effects of their lanes, those of parked ones not counted.</summary>
    public IEnumerable<(long Row, OutboxEffect Effect)> Heads() => Outbox
        .Where(o => !o.Value.Parked)
        .GroupBy(o => o.Value.Lane, StringComparer.Ordinal)
        .Select(lane => lane.OrderBy(o => o.Value.Order).ThenBy(o => o.Key).First())
        .Select(o => (o.Key, o.Value));

    // To the millisecond, rounded up, as the port allows and SQLite does.
    public static DateTimeOffset? Kept(DateTimeOffset? instant) => instant is { } known
        ? DateTimeOffset.FromUnixTimeMilliseconds((known + TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - 1)).ToUnixTimeMilliseconds())
        : null;
}
