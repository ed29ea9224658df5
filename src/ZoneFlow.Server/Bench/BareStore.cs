using System.Diagnostics;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Bench;

/// <summary>
/// SQLite with nothing around it: one update by text key with a due index and one insert at the journal's end, so many
/// to a synced commit. What a step could cost at best on this disk.
/// </summary>
internal sealed class BareStore : IDisposable
{
    private readonly BenchFolder _folder = new();
    private readonly Database _database;
    private readonly byte[] _state;
    private readonly byte[] _entry;
    private readonly string[] _zones;
    private readonly Random _random = new(7);
    private long _due;

    public BareStore(int zones, int stateBytes, int entryBytes)
    {
        (_state, _entry) = (new byte[stateBytes], new byte[entryBytes]);
        _random.NextBytes(_state);
        _random.NextBytes(_entry);
        _zones = [.. Enumerable.Range(0, zones).Select(n => BenchOffice.Zone(n).Value)];
        _database = Database.ForWriting(_folder.Store);
        _database.Execute(
            """
            PRAGMA journal_mode = WAL;
            CREATE TABLE cases(id TEXT PRIMARY KEY NOT NULL, due_at INTEGER, state BLOB NOT NULL);
            CREATE INDEX cases_due ON cases(due_at);
            CREATE TABLE journal(row INTEGER PRIMARY KEY, case_id TEXT NOT NULL, bytes BLOB NOT NULL);
            BEGIN;
            """);
        foreach (var zone in _zones)
        {
            _database.Use("INSERT INTO cases(id, due_at, state) VALUES (?, ?, ?)").Bind(zone).Bind(++_due).Bind(_state).Run();
        }

        _database.Execute("COMMIT");
    }

    /// <summary>Writes so many steps in groups of a size; answers the steps in a second.</summary>
    public double StepsPerSecond(int steps, int group)
    {
        var from = Stopwatch.GetTimestamp();
        for (var done = 0; done < steps; done += group)
        {
            Commit(Math.Min(group, steps - done));
        }

        return steps / Latencies.SecondsSince(from);
    }

    /// <summary>One commit of one step.</summary>
    public void CommitOne(Latencies latencies)
    {
        var from = Stopwatch.GetTimestamp();
        Commit(1);
        latencies.Add(from);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private void Commit(int steps)
    {
        _database.Use("BEGIN IMMEDIATE").Run();
        for (var n = 0; n < steps; n++)
        {
            var zone = _zones[_random.Next(_zones.Length)];
            _database.Use("UPDATE cases SET due_at = ?, state = ? WHERE id = ?").Bind(++_due).Bind(_state).Bind(zone).Run();
            _database.Use("INSERT INTO journal(case_id, bytes) VALUES (?, ?)").Bind(zone).Bind(_entry).Run();
        }

        _database.Use("COMMIT").Run();
    }
}
