using Microsoft.Data.Sqlite;

namespace ZoneFlow.Server.Sqlite;

/// <summary>The tables, and the check that a file is a store of ours and not of a newer release.</summary>
internal static class Schema
{
    /// <summary>The newest shape this program knows; each shape has its step below.</summary>
    public static int Version => Steps.Count;

    /// <summary>"ZFlw", so that file(1) and others can tell a store from any other database.</summary>
    private const int Application = 0x5A466C77;

    // Texts compare as their UTF-8 bytes, SQLite's own BINARY. Large columns come last: a row's earlier ones are then
    // read without them. The journal is only ever appended to, so an entry points back to its case's last.
    private const string First =
        """
        CREATE TABLE cases(
          id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, schema INTEGER NOT NULL,
          due_at INTEGER, parked TEXT, last_entry INTEGER, head BLOB NOT NULL, state BLOB NOT NULL);
        CREATE INDEX cases_due ON cases(due_at) WHERE due_at IS NOT NULL AND parked IS NULL;
        CREATE INDEX cases_parked ON cases(id) WHERE parked IS NOT NULL;

        CREATE TABLE journal(
          row INTEGER PRIMARY KEY, case_id TEXT NOT NULL, seq INTEGER NOT NULL, previous_row INTEGER,
          previous_hash BLOB, hash BLOB NOT NULL, bytes BLOB NOT NULL);

        CREATE TABLE signals(
          id TEXT PRIMARY KEY NOT NULL, case_id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE rows(
          case_id TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL,
          PRIMARY KEY(case_id, kind, key)) WITHOUT ROWID;

        CREATE TABLE confided(
          case_id TEXT NOT NULL, digest TEXT NOT NULL, salt TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
          PRIMARY KEY(case_id, digest)) WITHOUT ROWID;

        CREATE TABLE index_rows(
          idx TEXT NOT NULL, part TEXT NOT NULL, sort TEXT NOT NULL, case_id TEXT NOT NULL, json TEXT NOT NULL,
          PRIMARY KEY(idx, part, sort)) WITHOUT ROWID;

        CREATE TABLE outbox(
          row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL, ord INTEGER NOT NULL, lane TEXT NOT NULL,
          kind TEXT NOT NULL, next_try INTEGER NOT NULL, attempts INTEGER NOT NULL, parked INTEGER NOT NULL,
          error TEXT, json TEXT NOT NULL);
        CREATE INDEX outbox_due ON outbox(parked DESC, next_try);
        CREATE INDEX outbox_lane ON outbox(lane, ord) WHERE parked = 0;

        CREATE TABLE records(
          kind TEXT NOT NULL, key TEXT NOT NULL, expires INTEGER, json TEXT NOT NULL,
          PRIMARY KEY(kind, key)) WITHOUT ROWID;
        CREATE INDEX records_expires ON records(expires) WHERE expires IS NOT NULL;
        """;

    // A case's row is short and its state stands beside it, written only now and then; what its lists show of it stands
    // once, in its own row, and an empty text in theirs. Entries and rows may be packed (a row's is then a BLOB), ids of
    // signals and digests are bytes.
    private const string Second =
        """
        ALTER TABLE cases RENAME TO cases_before;
        DROP INDEX cases_due;
        DROP INDEX cases_parked;
        CREATE TABLE cases(
          row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, version INTEGER NOT NULL, due_at INTEGER, parked TEXT,
          last_entry INTEGER, head BLOB NOT NULL, summary TEXT);
        CREATE TABLE states(case_row INTEGER PRIMARY KEY, version INTEGER NOT NULL, schema INTEGER NOT NULL, state BLOB NOT NULL);
        INSERT INTO cases SELECT rowid, id, kind, version, due_at, parked, last_entry, head, NULL FROM cases_before;
        INSERT INTO states SELECT rowid, version, schema, state FROM cases_before;
        DROP TABLE cases_before;
        CREATE INDEX cases_due ON cases(due_at) WHERE due_at IS NOT NULL AND parked IS NULL;
        CREATE INDEX cases_parked ON cases(id) WHERE parked IS NOT NULL;

        ALTER TABLE journal ADD COLUMN packed INTEGER;
        CREATE TABLE dictionaries(id INTEGER PRIMARY KEY, entries INTEGER NOT NULL, bytes BLOB NOT NULL);

        UPDATE signals SET id = unhex(replace(id, '-', ''))
          WHERE length(id) = 36 AND length(replace(id, '-', '')) = 32 AND id GLOB '????????-????-????-????-????????????' AND NOT id GLOB '*[^0-9a-f-]*';
        UPDATE signals SET body = unhex(body) WHERE length(body) = 64 AND NOT body GLOB '*[^0-9a-f]*';
        """;

    // How a case stands is read out of its summary by the database itself, so that the two cannot differ; one index counts
    // the cases by it and finds them by their next last day. A summary that only the lists had is put with its case first.
    // Notices and announcements stand once more under each case that they concern.
    private const string Third =
        """
        UPDATE cases SET summary = r.json FROM (SELECT case_id, json FROM index_rows WHERE idx = 'register' AND json <> '') r
          WHERE cases.id = r.case_id AND cases.summary IS NULL;
        ALTER TABLE cases ADD COLUMN region TEXT AS (summary ->> '$.region');
        ALTER TABLE cases ADD COLUMN next_last TEXT AS (summary ->> '$.nextLast');
        ALTER TABLE cases ADD COLUMN final INTEGER AS (summary ->> '$.final');
        ALTER TABLE cases ADD COLUMN outline TEXT AS (json_object(
          'kind', summary -> '$.kind', 'pack', summary -> '$.pack', 'standingLabel', summary -> '$.standingLabel', 'final', summary -> '$.final',
          'stages', summary -> '$.stages'));
        ALTER TABLE cases ADD COLUMN open INTEGER AS (summary ->> '$.public');
        ALTER TABLE cases ADD COLUMN number TEXT AS (summary ->> '$.number');
        ALTER TABLE cases ADD COLUMN named TEXT AS (
          (summary ->> '$.title') || char(10) || (summary ->> '$.number') || char(10) || coalesce(summary ->> '$.region', ''));
        ALTER TABLE cases ADD COLUMN stands TEXT AS (
          replace(replace((summary -> '$.standingLabel') || (summary -> '$.stages'), '"zh":', ''), '"en":', ''));
        CREATE INDEX cases_standing ON cases(kind, next_last, outline, region, final, open, number, named, stands) WHERE summary IS NOT NULL;

        INSERT OR IGNORE INTO index_rows
          SELECT i.idx, 'case|' || i.case_id, i.sort, i.case_id, i.json FROM index_rows i WHERE i.idx IN ('notices', 'announcements') AND i.part = 'all';
        INSERT OR IGNORE INTO index_rows
          SELECT i.idx, 'case|' || (e.value ->> '$.key'), i.sort, i.case_id, i.json FROM index_rows i, json_each(i.json, '$.entries') e
          WHERE i.idx = 'notices' AND i.part = 'all';
        """;

    // How a case stands is a text that many have in common: it is kept once, and each names it by its number. What cases are
    // counted, dated and found by is taken out of the summary before it comes to the one who writes (Standing), and in the
    // same words as the columns before it: the database parsed the text for each of them, twice at each step, and the index
    // held every text again.
    private const string Fourth =
        """
        DROP INDEX cases_standing;
        CREATE TABLE outlines(id INTEGER PRIMARY KEY, outline TEXT NOT NULL UNIQUE, stands TEXT);
        INSERT INTO outlines(outline, stands) SELECT outline, min(stands) FROM cases WHERE summary IS NOT NULL GROUP BY outline;
        ALTER TABLE cases RENAME TO cases_before;
        DROP INDEX cases_due;
        DROP INDEX cases_parked;
        CREATE TABLE cases(
          row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, version INTEGER NOT NULL, due_at INTEGER, parked TEXT,
          last_entry INTEGER, head BLOB NOT NULL, region TEXT, next_last TEXT, final INTEGER, open INTEGER, number TEXT, named TEXT,
          outline INTEGER, summary TEXT);
        INSERT INTO cases
          SELECT row, id, kind, version, due_at, parked, last_entry, head, region, next_last, final, open, number, named,
            CASE WHEN summary IS NOT NULL THEN (SELECT o.id FROM outlines o WHERE o.outline = cases_before.outline) END, summary FROM cases_before;
        DROP TABLE cases_before;
        CREATE INDEX cases_due ON cases(due_at) WHERE due_at IS NOT NULL AND parked IS NULL;
        CREATE INDEX cases_parked ON cases(id) WHERE parked IS NOT NULL;
        CREATE INDEX cases_standing ON cases(kind, next_last, outline, region, final, open, number, named) WHERE summary IS NOT NULL;
        """;

    // An earlier release did not ask each month for what stays undone: a task that was overdue already waits for nothing there.
    // Due now, each case is looked at once by the clock, which writes the instant that this release waits for.
    private const string Fifth = "UPDATE cases SET due_at = 0;";

    /// <summary>What brings a store from each shape to the next, from none on; never changed once released.</summary>
    public static IReadOnlyList<string> Steps { get; } = [First, Second, Third, Fourth, Fifth];

    /// <summary>Makes an empty file a store, brings an older one up to date and refuses any other.</summary>
    /// <exception cref="StoreFormatException">The file is something else, or of a newer release.</exception>
    public static void Prepare(Database database, string path)
    {
        try
        {
            var found = Found(database, path);
            database.Execute("PRAGMA journal_mode = WAL");
            if (found < Version)
            {
                Upgrade(database, found);
            }
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw new StoreFormatException($"The file {path} is not a ZoneFlow store.", problem);
        }
    }

    private static int Found(Database database, string path)
    {
        var application = database.Use("PRAGMA application_id").First(row => row.Long(0));
        var version = (int)database.Use("PRAGMA user_version").First(row => row.Long(0));
        var empty = database.Use("SELECT count(*) FROM sqlite_schema").First(row => row.Long(0)) == 0;
        return (application, version) switch
        {
            (0, 0) when empty => 0,
            (Application, _) when version <= Version => version,
            (Application, _) => throw new StoreFormatException(
                $"The store {path} was written by a newer release (format {version}; this one knows {Version}). Install that release, or restore an older backup."),
            _ => throw new StoreFormatException($"The file {path} is not a ZoneFlow store."),
        };
    }

    private static void Upgrade(Database database, int found) => database.Execute(
        $"BEGIN IMMEDIATE; {string.Join('\n', Steps.Skip(found))} PRAGMA application_id = {Application}; PRAGMA user_version = {Version}; COMMIT;");
}
