using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Sqlite.Packing;

namespace ZoneFlow.Server.Sqlite;

/// <summary>
/// Writes one decision inside the writer's transaction. Its checks come before its first write, so a commit that
/// is refused leaves nothing for its group to take back.
/// </summary>
internal static class CommitWriter
{
    private const string FindCase = "SELECT row, version, last_entry, head, due_at FROM cases WHERE id = ?";
    private const string NewCase =
        """
        INSERT INTO cases(id, kind, version, due_at, last_entry, head, summary, region, next_last, final, open, number, named, outline)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    // What does not change is not named: the index that it stands in is then not touched.
    private const string Moves = "UPDATE cases SET version = ?, last_entry = ?, head = ?";
    private const string Due = "due_at = ?";
    private const string Stands = "summary = ?, region = ?, next_last = ?, final = ?, open = ?, number = ?, named = ?, outline = ?";
    private const string MoveCase = $"{Moves} WHERE row = ?";
    private const string MoveDue = $"{Moves}, {Due} WHERE row = ?";
    private const string MoveStanding = $"{Moves}, {Stands} WHERE row = ?";
    private const string MoveDueStanding = $"{Moves}, {Due}, {Stands} WHERE row = ?";
    private const string FindOutline = "SELECT id FROM outlines WHERE outline = ?";
    private const string NewOutline = "INSERT INTO outlines(outline, stands) VALUES (?, ?)";
    private const string PutState = "INSERT OR REPLACE INTO states(case_row, version, schema, state) VALUES (?, ?, ?, ?)";
    private const string NewEntry = "INSERT INTO journal(case_id, seq, previous_row, previous_hash, hash, bytes, packed) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private const string FindSignal = "SELECT 1 FROM signals WHERE id = ?";
    private const string NewSignal = "INSERT INTO signals(id, case_id, version, body) VALUES (?, ?, ?, ?)";
    private const string NewRow = "INSERT OR REPLACE INTO rows(case_id, kind, key, json) VALUES (?, ?, ?, ?)";
    private const string PutConfided = "INSERT OR REPLACE INTO confided(case_id, digest, salt, kind, text) VALUES (?, ?, ?, ?, ?)";
    private const string PutIndex = "INSERT OR REPLACE INTO index_rows(idx, part, sort, case_id, json) VALUES (?, ?, ?, ?, ?)";
    private const string PutSummarised =
        "INSERT INTO index_rows(idx, part, sort, case_id, json) VALUES (?, ?, ?, ?, '') ON CONFLICT DO UPDATE SET case_id = excluded.case_id, json = '' WHERE json <> ''";

    private const string DropIndex = "DELETE FROM index_rows WHERE idx = ? AND part = ? AND sort = ?";

    public static CommitOutcome Write(Database database, Commit commit, PackedCommit packed)
    {
        if (commit.Answer is { } answer && database.Use(FindSignal).BindId(answer.Signal.Value).First(_ => true))
        {
            return CommitOutcome.Repeated;
        }

        var found = database.Use(FindCase).Bind(commit.Case.Value).First(row => new Found(row.Long(0), row.Long(1), row.LongOrNull(2), row.Blob(3), row.LongOrNull(4)));
        if ((found?.Version ?? 0) != commit.Expected)
        {
            return CommitOutcome.Conflict;
        }

        var last = WriteEntries(database, commit, packed, found);
        WriteCase(database, commit, packed.Standing, found, last);
        WriteRest(database, commit, packed);
        return CommitOutcome.Committed;
    }

    private static long? WriteEntries(Database database, Commit commit, PackedCommit packed, Found? found)
    {
        var last = found?.LastEntry;
        var hash = last is null ? null : (ReadOnlyMemory<byte>?)found!.Head;
        for (var i = 0; i < commit.Entries.Length; i++)
        {
            var (entry, kept) = (commit.Entries[i], packed.Entries[i]);

            // An entry's previous hash is the hash of the row it points to, and so is kept only where there is none.
            var known = hash is { } head && head.Span.SequenceEqual(entry.Previous.Span);
            var row = database.Use(NewEntry).Bind(commit.Case.Value).Bind(entry.Sequence).Bind(last);
            row = known ? row.Null() : row.Bind(entry.Previous);
            row = row.Bind(entry.Hash).Bind(kept.Bytes);
            (kept.IsPacked ? row.Bind(1) : row.Null()).Run();
            last = database.LastRow;
            hash = entry.Hash;
        }

        return last;
    }

    private static void WriteCase(Database database, Commit commit, Standing? standing, Found? found, long? last)
    {
        var due = Instants.Kept(commit.DueAt);
        var outline = standing is null ? null : OutlineOf(database, standing);
        if (found is null)
        {
            var made = database.Use(NewCase).Bind(commit.Case.Value).Bind(commit.Kind).Bind(commit.Version).Bind(due).Bind(last).Bind(commit.Head);
            BindStanding(made, standing, outline).Run();
        }
        else
        {
            var moves = found.Due != due;
            var moved = database.Use(standing is null ? moves ? MoveDue : MoveCase : moves ? MoveDueStanding : MoveStanding)
                .Bind(commit.Version).Bind(last).Bind(commit.Head);
            moved = moves ? moved.Bind(due) : moved;
            (standing is null ? moved : BindStanding(moved, standing, outline)).Bind(found.Row).Run();
        }

        if (!commit.StateStays)
        {
            database.Use(PutState).Bind(found?.Row ?? database.LastRow).Bind(commit.Version).Bind(commit.Schema).Bind(commit.State).Run();
        }
    }

    private static long? OutlineOf(Database database, Standing standing)
    {
        if (database.Use(FindOutline).Bind(standing.Outline).First(row => (long?)row.Long(0)) is { } known)
        {
            return known;
        }

        database.Use(NewOutline).Bind(standing.Outline).Bind(standing.Stands).Run();
        return database.LastRow;
    }

    private static Statement BindStanding(Statement statement, Standing? standing, long? outline) => statement
        .Bind(standing?.Summary).Bind(standing?.Region).Bind(standing?.NextLast).Bind(AsNumber(standing?.Final)).Bind(AsNumber(standing?.Open))
        .Bind(standing?.Number).Bind(standing?.Named).Bind(outline);

    private static long? AsNumber(bool? flag) => flag is { } known ? known ? 1 : 0 : null;

    private static void WriteRest(Database database, Commit commit, PackedCommit packed)
    {
        var id = commit.Case.Value;
        if (commit.Answer is { } answer)
        {
            database.Use(NewSignal).BindId(answer.Signal.Value).Bind(answer.Case.Value).Bind(answer.Version).BindDigest(answer.Body).Run();
        }

        foreach (var effect in commit.Effects)
        {
            OutboxStatements.Insert(database, effect);
        }

        for (var i = 0; i < commit.Rows.Length; i++)
        {
            PutRow(database, commit.Case, commit.Rows[i], packed.Rows[i]);
        }

        foreach (var (digest, salt, kind, text) in commit.Confided)
        {
            database.Use(PutConfided).Bind(id).Bind(digest).Bind(salt).Bind(kind).Bind(text).Run();
        }

        foreach (var (index, partition, sort) in commit.IndexDrops)
        {
            database.Use(DropIndex).Bind(index).Bind(partition).Bind(sort).Run();
        }

        foreach (var row in commit.IndexPuts)
        {
            if (packed.Standing is not null && Standing.IsSummary(commit, row))
            {
                database.Use(PutSummarised).Bind(row.Index).Bind(row.Partition).Bind(row.Sort).Bind(row.Case.Value).Run();
                continue;
            }

            database.Use(PutIndex).Bind(row.Index).Bind(row.Partition).Bind(row.Sort).Bind(row.Case.Value).Bind(row.Json).Run();
        }

        foreach (var record in commit.Records)
        {
            RecordStatements.Put(database, record);
        }
    }

    public static int PutRow(Database database, CaseId id, CaseRow row, KeptText kept)
    {
        var statement = database.Use(NewRow).Bind(id.Value).Bind(row.Kind).Bind(row.Key);
        return (kept.IsPacked ? statement.Bind(kept.Bytes) : statement.Bind(row.Json)).Run();
    }

    private sealed record Found(long Row, long Version, long? LastEntry, byte[] Head, long? Due);
}
