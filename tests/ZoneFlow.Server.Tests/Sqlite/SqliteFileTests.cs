using System.Reflection;
using Microsoft.Data.Sqlite;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Sqlite;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Server.Tests.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    // Takes out what later formats have of how cases stand.
    private const string WithoutStanding =
        """
        DROP INDEX cases_standing;
        DROP TABLE outlines;
        ALTER TABLE cases DROP COLUMN named;
        ALTER TABLE cases DROP COLUMN number;
        ALTER TABLE cases DROP COLUMN open;
        ALTER TABLE cases DROP COLUMN outline;
        ALTER TABLE cases DROP COLUMN final;
        ALTER TABLE cases DROP COLUMN next_last;
        ALTER TABLE cases DROP COLUMN region;
        """;

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Opening_AStoreThatIsOpen_IsRefused()
    {
        var store = folder.Open();

        var refused = Assert.Throws<StoreInUseException>(() => folder.Open());
        Assert.Equal(folder.Root, refused.Folder);

        await store.DisposeAsync();
        await folder.Open().DisposeAsync();
    }

    [Fact]
    public async Task Opening_ANewFile_MarksItAsOursInWal()
    {
        await using var store = folder.Open();

        Assert.Equal(0x5A466C77L, folder.Ask("PRAGMA application_id"));
        Assert.Equal((long)Schema.Version, folder.Ask("PRAGMA user_version"));
        Assert.Equal("wal", folder.Ask("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Opening_AStoreOfANewerRelease_IsRefusedAndReleasesTheFolder()
    {
        await folder.Open().DisposeAsync();
        folder.Ask("PRAGMA user_version = 99");

        var refused = Assert.Throws<StoreFormatException>(() => folder.Open());
        Assert.Contains("newer release", refused.Message, StringComparison.Ordinal);

        folder.Ask($"PRAGMA user_version = {Schema.Version}");
        await folder.Open().DisposeAsync();
    }

    [Fact]
    public void Opening_AnotherProgramsDatabase_IsRefusedAndLeftAlone()
    {
        folder.Ask("CREATE TABLE theirs(x)");

        Assert.Throws<StoreFormatException>(() => folder.Open());

        Assert.Equal("delete", folder.Ask("PRAGMA journal_mode"));
        Assert.Equal(1L, folder.Ask("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public void Opening_AFileThatIsNoDatabase_IsRefused()
    {
        File.WriteAllText(folder.File, string.Concat(Enumerable.Repeat("这不是数据库。", 200)));

        Assert.Throws<StoreFormatException>(() => folder.Open());
    }

    [Fact]
    public async Task Closing_LeavesOneFileThatIsWhole()
    {
        await using (var store = folder.Open())
        {
            await store.CommitAsync(Samples.Open(new("1")));
        }

        Assert.Equal(["zoneflow.db", "zoneflow.lock"], Directory.GetFiles(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Using_AClosedStore_IsRefused()
    {
        var store = folder.Open();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CommitAsync(Samples.Open(new("1"))));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.NextDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task BackingUp_WhileOthersWrite_GivesAWholeStore()
    {
        var copy = new StoreFolder();
        await using (var store = folder.Open())
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => store.CommitAsync(Samples.Open(new($"{i}")))));
            var writing = Task.WhenAll(Enumerable.Range(100, 100).Select(i => store.CommitAsync(Samples.Open(new($"{i}")))));
            await store.BackupAsync(copy.File);
            await writing;
            await Assert.ThrowsAsync<IOException>(() => store.BackupAsync(copy.File));
        }

        Assert.Equal("ok", copy.Ask("PRAGMA integrity_check"));
        await using (var restored = copy.Open())
        {
            Assert.NotNull(await restored.LoadAsync(new("99"), CancellationToken.None));
            Assert.Single(await restored.JournalAsync(new("99"), 0, 10, CancellationToken.None));
        }

        copy.Dispose();
    }

    [Fact]
    public async Task Opening_AStoreOfTheSecondFormat_CountsItsCasesAndListsTheNoticesOfEach()
    {
        var row = Registered.Row("zone-1", "建设期", new DateOnly(2026, 5, 8)) with { Partition = "zone" };
        const string Notice = """{"entries":[{"key":"zone-1","title":"甲"},{"key":"zone-2","title":"乙"}]}""";
        var posted = new IndexRow(Indexes.Notices, Indexes.All, "1", new("round-1"), Notice);
        await using (var store = folder.Open())
        {
            await store.CommitAsync(Samples.Open(new("zone-1")) with { IndexPuts = [row] });
            await store.CommitAsync(Samples.Open(new("round-1")) with { IndexPuts = [posted] });
        }

        folder.Ask(
            $"""
            {WithoutStanding}
            UPDATE index_rows SET json = (SELECT summary FROM cases WHERE id = 'zone-1') WHERE idx = 'register';
            UPDATE cases SET summary = NULL;
            PRAGMA user_version = 2;
            """);

        await using var opened = folder.Open();
        var count = Assert.Single(await opened.CaseCountsAsync("zone", null, CancellationToken.None));
        Assert.Equal(("建设期", new DateOnly(2026, 5, 8), 1), (count.Outline.StandingLabel.Zh, count.Next, count.Count));
        foreach (var concerned in new[] { "round-1", "zone-1", "zone-2" })
        {
            Assert.Equal([posted with { Partition = Indexes.OfCase(concerned) }], await opened.IndexAsync(Indexes.Notices, Indexes.OfCase(concerned), null, 10, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Opening_AStoreOfTheThirdFormat_CountsAndFindsItsCasesWithThoseOfToday()
    {
        await using (var store = folder.Open())
        {
            await PutAsync(store, Registered.Row("a", "建设期", new DateOnly(2026, 5, 8), "沈阳市", false, "待“报送”"));
            await store.CommitAsync(Samples.Open(new("unlisted")) with { Kind = "zone" });
        }

        folder.Ask($"{WithoutStanding} {Schema.Steps[2]} PRAGMA user_version = 3;");

        await using var opened = folder.Open();
        await PutAsync(opened, Registered.Row("b", "建设期", new DateOnly(2026, 5, 8), "沈阳市", false, "待“报送”"));
        Assert.Equal(2, Assert.Single(await opened.CaseCountsAsync("zone", null, CancellationToken.None)).Count);
        foreach (var words in new[] { "待“报", "集聚区", "N-", "沈阳" })
        {
            Assert.Equal(["a", "b"], (await opened.SearchAsync("zone", "沈阳市", words, false, 0, 10, CancellationToken.None)).Select(c => c.Id.Value));
        }

        Assert.Equal(1L, folder.Ask("SELECT count(*) FROM outlines"));
        Assert.Equal("unlisted", folder.Ask("SELECT id FROM cases WHERE outline IS NULL"));
        Assert.Equal("ok", folder.Ask("PRAGMA integrity_check"));

        static Task PutAsync(ICaseStore store, IndexRow row) =>
            store.CommitAsync(Samples.Open(row.Case) with { Kind = "zone", IndexPuts = [row] });
    }

    [Fact]
    public async Task Every_Query_HasAnIndex()
    {
        await folder.Open().DisposeAsync();
        var queries = typeof(Queries).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!);

        foreach (var query in queries)
        {
            Assert.All(Plan(query), step =>
            {
                Assert.True(!step.StartsWith("SCAN", StringComparison.Ordinal) || IsOrdered(step), $"{query}\n{step}");
                Assert.True(!step.Contains("TEMP B-TREE", StringComparison.Ordinal) || query == Queries.Journal || query == Queries.Search, $"{query}\n{step}");
            });
        }
    }

    // A scan is of the journal's own walk, of the few ways in which cases stand, or of an index that is read in order up to the limit.
    private static bool IsOrdered(string step) => step is "SCAN b" or "SCAN back" or "SCAN o" || step.Contains(" INDEX ", StringComparison.Ordinal);

    private List<string> Plan(string query)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query;
        command.Parameters.AddRange(Enumerable.Range(1, 6).Select(i => new SqliteParameter($"?{i}", "1")));
        using var plan = command.ExecuteReader();
        List<string> steps = [];
        while (plan.Read())
        {
            steps.Add(plan.GetString(3));
        }

        return steps;
    }
}
