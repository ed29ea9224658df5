using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Sqlite;

/// <summary>
/// Writes one decision inside the writer's transaction. Its checks come before its first write, so a commit that
/// is refused leaves nothing for its group to take back.
/// </summary>
internal static class CommitWriter
{
    private const string FindCase = "SELECT rowid, version, last_entry, head, due_at FROM cases WHERE id = ?";
    private const string NewCase = "INSERT INTO cases(id, kind, version, schema, due_at, last_entry, head, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private const string MoveCase = "UPDATE cases SET version = ?, schema = ?, due_at = ?, last_entry = ?, head = ?, state = ? WHERE rowid = ?";
    private const string KeepDue = "UPDATE cases SET version = ?, schema = ?, last_entry = ?, head = ?, state = ? WHERE rowid = ?";
    private const string NewEntry = "INSERT INTO journal(case_id, seq, previous_row, previous_hash, hash, bytes) VALUES (?, ?, ?, ?, ?, ?)";
    private const string FindSignal = "SELECT 1 FROM signals WHERE id = ?";
    private const string NewSignal = "INSERT INTO signals(id, case_id, version, body) VALUES (?, ?, ?, ?)";
    private const string PutConfided = "INSERT OR REPLACE INTO confided(case_id, digest, salt, kind, text) VALUES (?, ?, ?, ?, ?)";
    private const string PutIndex = "INSERT OR REPLACE INTO index_rows(idx, part, sort, case_id, json) VALUES (?, ?, ?, ?, ?)";
    private const string DropIndex = "DELETE FROM index_rows WHERE idx = ? AND part = ? AND sort = ?";

    public static CommitOutcome Write(Database database, Commit commit)
    {
        if (commit.Answer is { } answer && database.Use(FindSignal).Bind(answer.Signal.Value).First(_ => true))
        {
            return CommitOutcome.Repeated;
        }

        var found = database.Use(FindCase).Bind(commit.Case.Value).First(row => new Found(row.Long(0), row.Long(1), row.LongOrNull(2), row.Blob(3), row.LongOrNull(4)));
        if ((found?.Version ?? 0) != commit.Expected)
        {
            return CommitOutcome.Conflict;
        }

        var last = WriteEntries(database, commit, found);
        WriteCase(database, commit, found, last);
        WriteRest(database, commit);
        return CommitOutcome.Committed;
    }

    private static long? WriteEntries(Database database, Commit commit, Found? found)
    {
        var last = found?.LastEntry;
        var hash = last is null ? null : (ReadOnlyMemory<byte>?)found!.Head;
        foreach (var entry in commit.Entries)
        {
            // An entry's previous hash is the hash of the row it points to, and so is kept only where there is none.
            var known = hash is { } head && head.Span.SequenceEqual(entry.Previous.Span);
            var row = database.Use(NewEntry).Bind(commit.Case.Value).Bind(entry.Sequence).Bind(last);
            row = known ? row.Null() : row.Bind(entry.Previous);
            row.Bind(entry.Hash).Bind(entry.Bytes).Run();
            last = database.LastRow;
            hash = entry.Hash;
        }

        return last;
    }

    private static void WriteCase(Database database, Commit commit, Found? found, long? last)
    {
        var due = Instants.Kept(commit.DueAt);
        if (found is null)
        {
            database.Use(NewCase).Bind(commit.Case.Value).Bind(commit.Kind).Bind(commit.Version).Bind(commit.Schema)
                .Bind(due).Bind(last).Bind(commit.Head).Bind(commit.State).Run();
        }
        else if (found.Due == due)
        {
            // The index of due times is then not touched.
            database.Use(KeepDue).Bind(commit.Version).Bind(commit.Schema).Bind(last).Bind(commit.Head).Bind(commit.State).Bind(found.Row).Run();
        }
        else
        {
            database.Use(MoveCase).Bind(commit.Version).Bind(commit.Schema)
                .Bind(due).Bind(last).Bind(commit.Head).Bind(commit.State).Bind(found.Row).Run();
        }
    }

    private static void WriteRest(Database database, Commit commit)
    {
        var id = commit.Case.Value;
        if (commit.Answer is { } answer)
        {
            database.Use(NewSignal).Bind(answer.Signal.Value).Bind(answer.Case.Value).Bind(answer.Version).Bind(answer.Body).Run();
        }

        foreach (var effect in commit.Effects)
        {
            OutboxStatements.Insert(database, effect);
        }

        foreach (var row in commit.Rows)
        {
            PutRow(database, commit.Case, row);
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
            database.Use(PutIndex).Bind(row.Index).Bind(row.Partition).Bind(row.Sort).Bind(row.Case.Value).Bind(row.Json).Run();
        }

        foreach (var record in commit.Records)
        {
            RecordStatements.Put(database, record);
        }
    }

    public static int PutRow(Database database, CaseId id, CaseRow row) => database
        .Use("INSERT OR REPLACE INTO rows(case_id, kind, key, json) VALUES (?, ?, ?, ?)")
        .Bind(id.Value).Bind(row.Kind).Bind(row.Key).Bind(row.Json).Run();

    private sealed record Found(long Row, long Version, long? LastEntry, byte[] Head, long? Due);
}
