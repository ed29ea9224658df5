using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Tables;

/// <summary>
/// A commit as one transaction. Where its rows are more than a transaction takes, the case, the answer and the rest as
/// work that waits are the transaction, and the rest follows page by page, each page with what still waits.
/// </summary>
internal static class CommitRows
{
    // A transaction's request may have 4 MiB, and bytes travel as base64.
    private const long MostBytes = 2_900_000;

    public static IReadOnlyList<RowChange> Of(Commit commit, TableRow? before)
    {
        var own = Own(commit);
        var effects = commit.Effects.Select(e => new WaitingEffect(e.Id, Places.Effect(e))).ToImmutableArray();
        var work = new PendingWork(commit.IndexDrops, commit.IndexPuts, commit.Records, effects, []);
        var whole = Assembled(commit, before, work, own);
        if (whole.Count > RowMapping.MostChanges)
        {
            whole = Assembled(commit, before, work with { Overflow = own }, []);
        }

        if (whole.Count > RowMapping.MostChanges || whole.Sum(Size) > MostBytes)
        {
            throw new InvalidOperationException(
                $"{commit.Case}: one decision of {own.Length} rows and {whole.Sum(Size)} bytes is more than the table takes at once.");
        }

        return whole;
    }

    /// <summary>The next rows that wait, as many as one transaction takes beside what goes on waiting.</summary>
    public static IReadOnlyList<RowChange> Page(string partition, IEnumerable<WaitingRow> waiting)
    {
        var page = new List<RowChange>();
        var bytes = 0L;
        foreach (var row in waiting)
        {
            var changes = Changes(partition, row, RowChangeKind.Put).ToList();
            bytes += changes.Sum(Size);
            if (page.Count > 0 && (page.Count + changes.Count > RowMapping.MostChanges / 2 || bytes > MostBytes / 2))
            {
                break;
            }

            page.AddRange(changes);
        }

        return page;
    }

    private static List<RowChange> Assembled(Commit commit, TableRow? before, PendingWork work, ImmutableArray<WaitingRow> own)
    {
        var partition = Places.Case(commit.Case);
        var due = commit.DueAt is { } at ? Rows.Text(Places.Kept(at)) : null;
        var overflow = work.Overflow.IsEmpty ? before?.TextOrNull("overflow") : Rows.Text(commit.Version);
        var changes = new List<RowChange>();
        var (state, schema, of) = commit.StateStays
            ? (RowMapping.Body(before!, []) ?? throw new InvalidOperationException($"The state of {commit.Case} is too long to stay behind."),
                before!.Text("schema"), before!.TextOrNull("state") ?? before!.Text("version"))
            : (commit.State, Rows.Text(commit.Schema), Rows.Text(commit.Version));
        changes.AddRange(Rows.Change(
            before is null ? RowChangeKind.Insert : RowChangeKind.Replace, partition, Places.CaseRow, state, before?.Tag ?? "",
            ("case", commit.Case.Value), ("kind", commit.Kind), ("version", Rows.Text(commit.Version)), ("schema", schema), ("state", of), ("due", due),
            ("head", Convert.ToHexStringLower(commit.Head.Span)), ("parked", before?.TextOrNull("parked")), ("overflow", overflow)));
        if (commit.Answer is { } answer)
        {
            changes.AddRange(Rows.Change(
                RowChangeKind.Insert, partition, $"{Places.Answers}!{TableKey.Part(answer.Signal.Value)}", default, "",
                ("version", Rows.Text(answer.Version)), ("body", answer.Body)));
        }

        foreach (var row in own)
        {
            changes.AddRange(Changes(partition, row, row.Key.StartsWith($"{Places.Effects}!", StringComparison.Ordinal) ? RowChangeKind.Insert : RowChangeKind.Put));
        }

        if (!(work.Drops.IsEmpty && work.Puts.IsEmpty && work.Records.IsEmpty && work.Effects.IsEmpty && work.Overflow.IsEmpty))
        {
            changes.AddRange(Rows.Change(
                RowChangeKind.Put, partition, $"{Places.Pending}!{TableKey.Number(commit.Version)}",
                JsonSerializer.SerializeToUtf8Bytes(work, TableJson.Stored.PendingWork)));
        }

        return changes;
    }

    private static ImmutableArray<WaitingRow> Own(Commit commit)
    {
        // A transaction names a row once: the last of the same key stands, as it would if they were put in turn.
        var own = new Dictionary<string, WaitingRow>(StringComparer.Ordinal);
        void Add(string key, ReadOnlyMemory<byte> body, params (string Name, string? Value)[] texts) => own[key] = new WaitingRow(
            key, texts.Where(t => t.Value is not null).ToImmutableSortedDictionary(t => t.Name, t => t.Value!, StringComparer.Ordinal), body.ToArray());

        foreach (var entry in commit.Entries)
        {
            Add(Places.Entry(entry.Sequence), entry.Bytes, ("sequence", Rows.Text(entry.Sequence)),
                ("previous", Convert.ToHexStringLower(entry.Previous.Span)), ("hash", Convert.ToHexStringLower(entry.Hash.Span)));
        }

        foreach (var effect in commit.Effects)
        {
            Add(Places.Effect(effect), Rows.Bytes(effect.Json), EffectRow.Texts(effect));
        }

        foreach (var row in commit.Rows)
        {
            Add(Places.Row(row.Kind, row.Key), Rows.Bytes(row.Json), ("key", row.Key));
        }

        foreach (var (digest, salt, kind, text) in commit.Confided)
        {
            Add($"{Places.Confided}!{TableKey.Part(digest)}", Rows.Bytes(text), ("digest", digest), ("salt", salt), ("kind", kind));
        }

        return [.. own.Values];
    }

    private static IEnumerable<RowChange> Changes(string partition, WaitingRow row, RowChangeKind kind) =>
        Rows.Change(kind, partition, row.Key, row.Body, "", [.. row.Texts.Select(t => (t.Key, (string?)t.Value))]);

    private static long Size(RowChange change) =>
        500 + change.Row.Values.Values.Sum(v => v is byte[] bytes ? bytes.Length : 2L * ((string)v).Length);
}
