using Xunit.Abstractions;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Server.Backups;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Sqlite;
using ZoneFlow.Server.Tests.Calendars;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Packs;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Server.Tests.Kills;

/// <summary>A migration, a calendar's load and a backup, killed on the way and begun again: all is done at the end, and nothing twice.</summary>
[NeedsFullRun]
public sealed class KilledCommandTests(ITestOutputHelper output) : IDisposable
{
    private const int Zones = 8;

    // Longer than the principle foretells: reviews that began in December run over it.
    private const string Notice2027 = """
        calendar: cn
        revisions:
          - id: 2026-11-20
            year: 2027
            notice: 国办发明电〔2026〕9号
            published: 2026-11-20
            holidays:
              - {festival: 元旦, from: 2027-01-01, to: 2027-01-08}
        """;

    private static readonly string[] Points = ["committed", "before-commit", "after-commit", "decided"];

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(20270101);

    private string Data => _folder["data"];

    public void Dispose() => _folder.Dispose();

    [FactIfPresent]
    public async Task Migration_KilledOnTheWay_MovesEveryCaseOnce()
    {
        await OfficeAsync("2026-01-05");
        (string, string)[] renamed = [("to: review}", "to: first-review}"), ("      review:\n", "      first-review:\n"), ("within: 10wd", "within: 12wd")];
        Directory.CreateDirectory(_folder["next"]);
        SmallPack.Write(_folder["next"], renamed);
        await File.WriteAllTextAsync(_folder["map.yaml"], "stages: {designation/review: first-review}\nretime: [designation/review]\n");
        Assert.Equal(0, (await ChildCommand.RunAsync(null, "policy", "publish", _folder["next"], "--data", Data)).Code);
        string[] migrate = ["policy", "migrate", "--to", "small-2019", "--map", _folder["map.yaml"], "--data", Data];

        await KilledAsync(_ => $"{Points[_random.Next(Points.Length)]}:{_random.Next(1, 3)}", migrate);

        await EachAsync(changes => Assert.Single(changes.OfType<Change.MovedToPack>()), state => Assert.Equal(SmallPack.Read(renamed).Pack!.Revision, state.Pack));
    }

    [FactIfPresent]
    public async Task CalendarLoad_KilledOnTheWay_MovesEveryDeadlineOnce()
    {
        await OfficeAsync("2026-12-21");
        await File.WriteAllTextAsync(_folder["2027.yaml"], Notice2027);
        string[] load = ["calendar", "load", _folder["2027.yaml"], "--data", Data];

        await KilledAsync(n => n == 0 ? "calendar-loaded" : $"{(n % 2 == 0 ? "deadlines-moved" : Points[_random.Next(Points.Length)])}:1", load);

        await EachAsync(changes => Assert.Single(changes.OfType<Change.DeadlineMoved>()), state => Assert.Equal(new DateOnly(2027, 1, 12), state.Procedures.Single().Due!.Last));
    }

    [FactIfPresent]
    public async Task Backup_KilledOnTheWay_LeavesNoHalfArchiveAndIsDoneTheNextTime()
    {
        await OfficeAsync("2026-01-05");
        var (archive, killed) = (_folder["backup.zip"], 0);
        for (var tries = 0; tries < KillCount.Of(1, 6); tries++)
        {
            if (await ChildCommand.KilledAfterAsync(TimeSpan.FromMilliseconds(_random.Next(50, 600)), "backup", archive, "--data", Data))
            {
                killed++;
                Assert.False(File.Exists(archive) && !await RestoresAsync(archive), "Half an archive stands under the archive's name.");
            }

            File.Delete(archive);
        }

        // The small office's papers have no bytes, which a backup says and goes on.
        var (_, said) = await ChildCommand.RunAsync(null, "backup", archive, "--data", Data);
        Assert.True(File.Exists(archive), said);
        Assert.True(await RestoresAsync(archive));
        output.WriteLine($"{killed} kills of a backup");
    }

    // Ends it again and again at named points, then lets it come to its end.
    private async Task KilledAsync(Func<int, string> at, string[] command)
    {
        var killed = 0;
        for (var n = 0; n < KillCount.Of(2, 6); n++)
        {
            // Where all is done already a point may not be passed any more.
            killed += (await ChildCommand.RunAsync(at(n), command)).Code is 0 or 1 ? 0 : 1;
        }

        var (code, said) = await ChildCommand.RunAsync(null, command);
        Assert.True(code == 0, said);
        Assert.True(killed > 0);
        output.WriteLine($"{killed} kills of {string.Join(' ', command[..2])}");
    }

    private async Task EachAsync(Action<List<Change>> changes, Action<CaseState> state)
    {
        Assert.Equal("ok", StoreImage.Ask(Data, "PRAGMA integrity_check"));
        await using var store = new SqliteStore(DataFolder.At(Data).Store);
        for (var n = 1; n <= Zones; n++)
        {
            var id = new CaseId($"zone-{n}");
            var (stored, journal) = ((await store.LoadAsync(id, default))!, await store.JournalAsync(id, 0, int.MaxValue, default));
            Assert.Null(Chain.FirstBad(id, journal));
            Assert.Null(stored.Parked);
            Assert.Equal(stored.State.ToArray(), JournalText.Write(JournalText.Fold(id, journal.Where(e => e.Sequence <= stored.StateVersion))));
            changes([.. journal.SelectMany(e => JournalText.Read(e.Bytes.Span).Changes)]);
            state(JournalText.Fold(id, journal));
        }
    }

    private async Task OfficeAsync(string day)
    {
        await using var office = await SmallOffice.OpenAsync(Data, "2026-01-01", day);
        for (var n = 1; n <= Zones; n++)
        {
            await office.AppliedAsync($"zone-{n}");
        }

        await office.StopAsync();
    }

    private async Task<bool> RestoresAsync(string archive)
    {
        var restored = _folder[$"restored-{_random.Next()}"];
        await ChildCommand.RunAsync(null, "restore", archive, "--data", restored);
        return File.Exists(DataFolder.At(restored).Store) && StoreContents.Heads(DataFolder.At(restored).Store).Heads == StoreContents.Heads(DataFolder.At(Data).Store).Heads;
    }
}
