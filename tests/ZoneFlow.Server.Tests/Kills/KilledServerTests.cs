using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Xunit.Abstractions;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Sqlite;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.Kills;

/// <summary>The real program, killed again and again in the middle of uploads and decisions.</summary>
public sealed class KilledServerTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(20260105);

    // Each with how often it is passed before the end comes; a start passes the store's own a few times.
    private static readonly string?[] Ends = KillCount.Asked is { } asked
        ? [.. Drawn(new Random(asked)).Take(asked)]
        : RunSize.Full
        ?
        [
            "decided:3", null, "committed:6", "document-stored:4", "before-commit:12", null, "after-commit:15", "effect-begun:4", null, "effect-run:3",
            "effect-marked:5", null, "committed:9", "document-stored:2", null,
        ]
        : [];

    [Fact]
    public async Task Server_KilledInTheMiddleOfWork_LosesNothingAndDoesNothingTwice()
    {
        await using var server = new ChildServer(_folder.Path, $"http://127.0.0.1:{FreePort()}");
        await server.StartAsync(null);
        StubbornPerson Person(string key) => new(server, key, new Random(_random.Next()));
        var people = new[] { "zone-body", "city-shenyang", "zone-body-2", "city-dalian", "zone-body", "city-shenyang" }.Select(Person).ToArray();
        foreach (var person in people)
        {
            await person.SignInAsync();
        }

        BusyZone[] zones =
        [
            new(people[0], people[1], "沈阳甲集聚区", "沈阳市"), new(people[2], people[3], "大连乙集聚区", "大连市"), new(people[4], people[5], "沈阳丙集聚区", "沈阳市"),
        ];
        using var stop = new CancellationTokenSource();
        var work = Task.WhenAll(zones.Select(z => Task.Run(() => z.RunAsync(stop.Token))));
        await Task.Delay(_random.Next(200, 800));
        await server.KillAsync();
        foreach (var end in Ends)
        {
            await server.StartAsync(end);
            await EndAsync(server, work, end);
        }

        await server.StartAsync(null);
        await stop.CancelAsync();
        await work;
        foreach (var zone in zones)
        {
            await zone.HasItsDocumentsAsync();
        }

        await OutboxRunsEmptyAsync();
        await server.KillAsync();
        await HoldsAsync(zones);
        output.WriteLine(
            $"{Ends.Length + 2} kills; {zones.Sum(z => z.Acknowledged)} signals and {zones.Sum(z => z.Documents.Count)} documents acknowledged, "
            + $"{people.Sum(p => p.Counted.Lost)} answers lost, {people.Sum(p => p.Counted.Doubled)} sent twice on purpose");
    }

    public void Dispose() => _folder.Dispose();

    private async Task EndAsync(ChildServer server, Task work, string? end)
    {
        if (end is null)
        {
            await Task.Delay(_random.Next(300, 1_200));
            await server.KillAsync();
        }
        else if (!await server.EndsAsync(TimeSpan.FromSeconds(20)))
        {
            // On a machine with more to do a drawn point may be a long way off: that is then one more random moment.
            Assert.True(KillCount.Asked is not null && work.Exception is null, $"{end} was never passed; {work.Exception}");
            await server.KillAsync();
        }
    }

    // Named points and random moments in turn, for as long as somebody asks.
    private static IEnumerable<string?> Drawn(Random random)
    {
        string[] points = ["decided", "committed", "document-stored", "before-commit", "after-commit", "effect-begun", "effect-run", "effect-marked"];
        while (true)
        {
            yield return random.Next(3) == 0 ? null : $"{points[random.Next(points.Length)]}:{random.Next(1, 12)}";
        }
    }

    // What waits for the office to open stays; all that is due goes out.
    private async Task OutboxRunsEmptyAsync()
    {
        var offset = long.Parse((string)StoreImage.Ask(_folder.Path, "SELECT json FROM records WHERE kind = 'installation' AND key = 'clock-offset'")!, null);
        for (var tries = 0; tries < 200; tries++)
        {
            var now = (DateTimeOffset.UtcNow + TimeSpan.FromTicks(offset)).ToUnixTimeMilliseconds();
            if ((long)StoreImage.Ask(_folder.Path, $"SELECT count(*) FROM outbox WHERE next_try <= {now}")! == 0)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("The outbox does not run empty.");
    }

    private async Task HoldsAsync(BusyZone[] zones)
    {
        Assert.Equal("ok", StoreImage.Ask(_folder.Path, "PRAGMA integrity_check"));
        Assert.Equal(0L, StoreImage.Ask(_folder.Path, "SELECT count(*) FROM cases WHERE parked IS NOT NULL"));
        Assert.Equal(0L, StoreImage.Ask(_folder.Path, "SELECT count(*) FROM outbox WHERE parked <> 0 OR attempts > 0"));
        var ids = StoreImage.Lines(_folder.Path, "SELECT id FROM cases");
        await using var store = new SqliteStore(Path.Combine(_folder.Path, "zoneflow.db"));
        foreach (var id in ids.Select(i => new CaseId(i)))
        {
            var (stored, journal) = ((await store.LoadAsync(id, default))!, await store.JournalAsync(id, 0, int.MaxValue, default));
            Assert.Null(Chain.FirstBad(id, journal));
            Assert.Equal(stored.Head.ToArray(), journal[^1].Hash.ToArray());
            Assert.Equal(stored.State.ToArray(), JournalText.Write(JournalText.Fold(id, journal.Where(e => e.Sequence <= stored.StateVersion))));
        }

        foreach (var zone in zones)
        {
            await HoldsAsync(store, zone);
        }

        await MailsHoldAsync(store);
    }

    private async Task HoldsAsync(SqliteStore store, BusyZone zone)
    {
        var entries = (await store.JournalAsync(new CaseId(zone.Id), 0, int.MaxValue, default)).Select(e => JournalText.Read(e.Bytes.Span)).ToList();
        var causes = entries.Select(e => e.Cause).Where(c => c.StartsWith("key/", StringComparison.Ordinal)).ToList();
        Assert.Equal(causes.Count, causes.Distinct().Count());
        Assert.Equal(zone.Acknowledged, causes.Count);
        Assert.Equal(causes.Order(), StoreImage.Lines(_folder.Path, $"SELECT id FROM signals WHERE case_id = '{zone.Id}'").Order());

        var entered = entries.SelectMany(e => e.Changes).OfType<Change.StageEntered>().ToList();
        Assert.Equal(entered.Count(c => c.Stage == "endorsement"), MailsOf(zone.Title, "【待办】", "市级审核推荐"));
        Assert.Equal(entered.Count(c => c.Stage == "correcting"), MailsOf(zone.Title, "【待办】", "补正"));
    }

    // One file for each effect and person, and none that is not on record as sent.
    private async Task MailsHoldAsync(SqliteStore store)
    {
        var sent = await store.RecordsAsync(RecordKinds.Sent, "", int.MaxValue, default);
        var files = Directory.EnumerateFiles(Path.Combine(_folder.Path, "mail"), "*.eml").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(sent.Select(s => MessageId.ForKey(s.Key, "localhost.localdomain").Local).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal)!);
        Assert.NotEmpty(sent);
    }

    private int MailsOf(string title, string kind, string stage) => Directory.EnumerateFiles(Path.Combine(_folder.Path, "mail"), "*.json")
        .Select(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement)
        .Select(m => (m.TryGetProperty("Subject", out var s) ? s : m.GetProperty("subject")).GetString()!)
        .Count(s => s.StartsWith(kind, StringComparison.Ordinal) && s.Contains(title, StringComparison.Ordinal) && s.Contains(stage, StringComparison.Ordinal));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
