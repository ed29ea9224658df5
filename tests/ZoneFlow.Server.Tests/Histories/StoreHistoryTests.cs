using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Backups;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Sqlite;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Server.Tests.Histories;

/// <summary>
/// A store as a release left it, with cases running, opened, folded and served by every later build, for years on. 1.0 is what is being
/// made: until it goes out its store is written anew with ZONEFLOW_HISTORIES=1; those before it are never touched.
/// </summary>
public sealed class StoreHistoryTests(DemoServer server) : IClassFixture<DemoServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private const string Present = "1.0";

    private static string Kept(string release)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ZoneFlow.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The sources are not above the tests.");
        }

        return Path.Combine(folder, "tests", "Histories", release, "zoneflow.db");
    }

    public void Dispose() => _folder.Dispose();

    // As they stood in the release's own columns, before anything has opened the file.
    private static List<SignalAnswer> SignalsBefore(string store)
    {
        using var database = Database.ForReading(store);
        return database.Use("SELECT id, case_id, version, body FROM signals")
            .All(row => new SignalAnswer(new SignalId(row.Text(0)), new CaseId(row.Text(1)), row.Long(2), row.Text(3)));
    }

    // As a release left it that waited for less than this one: a task overdue for long was not asked for again.
    private static void ForgetWhatIsDue(string store)
    {
        using var database = Database.ForWriting(store);
        var format = database.Use("PRAGMA user_version").First(row => row.Long(0));
        database.Execute($"UPDATE cases SET due_at = NULL; PRAGMA user_version = {Math.Min(format, 3)};");
    }

    private static async Task WaitsForWhatThisReleaseDoesAsync(IServiceProvider services, IEnumerable<CaseId> cases)
    {
        var (store, rulebooks) = (services.GetRequiredService<SqliteStore>(), services.GetRequiredService<Rulebooks>());
        await services.GetRequiredService<Clockwork>().RunAsync(CancellationToken.None);
        var due = (await store.DueByAsync(DateTimeOffset.MaxValue.AddDays(-1), int.MaxValue, CancellationToken.None)).ToDictionary(d => d.Case, d => d.At);
        Assert.NotEmpty(due);
        foreach (var id in cases)
        {
            var state = JournalText.Fold(id, await store.JournalAsync(id, 0, int.MaxValue, CancellationToken.None));
            Assert.Equal(Lifecycle.NextDue(await rulebooks.ForAsync(state.Pack, CancellationToken.None), state), due.TryGetValue(id, out var at) ? at : null);
        }
    }

    [Theory]
    [InlineData("0.9")]
    [InlineData(Present)]
    public async Task AStoreOfARelease_IsOpenedFoldedAndServed(string release)
    {
        if (release == Present && Environment.GetEnvironmentVariable("ZONEFLOW_HISTORIES") is not null)
        {
            await Chapters.NoticedAsync(server, "历史集聚区");
            await server.SettleAsync();
            File.Delete(Kept(release));
            await server.Services.GetRequiredService<SqliteStore>().BackupAsync(Kept(release));
        }

        var data = DataFolder.At(_folder.Path);
        File.Copy(Kept(release), data.Store);
        data.MarkDemonstration(true);
        var (cases, _) = StoreContents.Heads(data.Store);
        Assert.True(cases.Count > 10);
        var answered = SignalsBefore(data.Store);
        Assert.NotEmpty(answered);
        ForgetWhatIsDue(data.Store);
        await using (var store = new SqliteStore(data.Store))
        {
            foreach (var id in cases)
            {
                var journal = await store.JournalAsync(id, 0, int.MaxValue, CancellationToken.None);
                Assert.Null(Chain.FirstBad(id, journal));
                var stored = (await store.LoadAsync(id, CancellationToken.None))!;
                Assert.Equal(JournalText.Write(JournalText.Fold(id, journal)), JournalText.Write(JournalText.ReadState(stored) ?? JournalText.Fold(id, journal)));
            }
        }

        await using (var store = new SqliteStore(data.Store))
        {
            foreach (var answer in answered)
            {
                Assert.Equal(answer, await store.AnswerAsync(answer.Signal, CancellationToken.None));
            }
        }

        await using var again = await ZoneFlowServer.StartAsync(
            new ServeOptions(data.Path, "http://127.0.0.1:0", true, false), TextWriter.Null, null, CancellationToken.None, server.Wall);
        await WaitsForWhatThisReleaseDoesAsync(again.Services, cases);
        await again.Services.GetRequiredService<DemoClock>().MoveToAsync(new DateTimeOffset(2027, 3, 1, 2, 0, 0, TimeSpan.Zero));
        Assert.Empty(await again.Services.GetRequiredService<SqliteStore>().ParkedAsync(10, CancellationToken.None));
    }
}
