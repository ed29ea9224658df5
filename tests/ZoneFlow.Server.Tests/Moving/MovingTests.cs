using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Moving;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.Server.Documents;
using ZoneFlow.Server.Tests.Sqlite;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Cloud;

namespace ZoneFlow.Server.Tests.Moving;

/// <summary>From the server's store into the cloud's table and back: every journal, row, text and deadline is the same.</summary>
public sealed class MovingTests : IDisposable
{
    private readonly StoreFolder _here = new();
    private readonly StoreFolder _back = new();
    private readonly TemporaryFolder _files = new();

    public static TheoryData<string> Lives =>
        RunSize.Full ? ["liaoning-2025/objection.yaml", "beijing-2023/recognition.yaml"] : ["liaoning-2025/objection.yaml"];

    public void Dispose()
    {
        _here.Dispose();
        _back.Dispose();
        _files.Dispose();
    }

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task MovingToTheTableAndBack_KeepsEveryHeadRowAndDeadline(string life)
    {
        var (script, pack, world) = ShippedLives.Live(life);
        await using var sqlite = _here.Open();
        var office = new LifeOffice(sqlite, script, pack, ChinaCalendar.Today);
        await office.LiveAsync(world, async () =>
        {
            while (await office.Clockwork.RunAsync(default) + await office.Courier.RunAsync(default) > 0)
            {
            }
        });
        var rulebooks = new Rulebooks((revision, _) => Task.FromResult(revision == pack.Revision ? pack : null), ChinaCalendar.Today);
        var registrar = new Registrar(sqlite, office.Cases, office.Clock, count => new byte[count]);
        await registrar.OpenOfficeAsync("省知识产权局", default);
        var documents = new FolderDocuments(Path.Combine(_files.Path, "here"), TimeProvider.System);
        await StoreDocumentsAsync(world, documents);

        var (there, thereDocuments) = (new TablesStore(new MemoryTable().Table, TimeProvider.System), new FolderDocuments(Path.Combine(_files.Path, "there"), TimeProvider.System));
        var first = await MoveAsync(sqlite, documents, there, thereDocuments, rulebooks);
        await using var back = _back.Open();
        var second = await MoveAsync(there, thereDocuments, back, new FolderDocuments(Path.Combine(_files.Path, "back"), TimeProvider.System), rulebooks);
        var third = await new MovingOut(back, new FolderDocuments(Path.Combine(_files.Path, "back"), TimeProvider.System), TimeProvider.System).WriteAsync(new MemoryStream(), default);

        Assert.Equal((first.Heads, first.Cases, first.Entries, first.Records), (second.Heads, second.Cases, second.Entries, second.Records));
        Assert.Equal((first.Heads, first.Cases, first.Entries, first.Records), (third.Heads, third.Cases, third.Entries, third.Records));
        Assert.True(first.Entries > 30, $"{first.Entries} entries");
        foreach (var id in world.Cases.Select(c => c.Id))
        {
            await AssertSameAsync(id, sqlite, there);
            await AssertSameAsync(id, sqlite, back);
        }

        Assert.Equal(await DueAsync(sqlite), await DueAsync(there));
        Assert.Equal(await DueAsync(sqlite), await DueAsync(back));
        Assert.Equal(await OutboxAsync(sqlite), await OutboxAsync(there));
        Assert.Equal(await OutboxAsync(sqlite), await OutboxAsync(back));
    }

    [Fact]
    public async Task MovingOut_WithADossierFromElsewhere_CarriesItsArchive()
    {
        var rulebooks = new Rulebooks((_, _) => Task.FromResult<Core.Policies.Pack?>(null), ChinaCalendar.Today);
        var (store, there) = (new TablesStore(new MemoryTable().Table, TimeProvider.System), new TablesStore(new MemoryTable().Table, TimeProvider.System));
        var documents = new FolderDocuments(Path.Combine(_files.Path, "from"), TimeProvider.System);
        var thereDocuments = new FolderDocuments(Path.Combine(_files.Path, "to"), TimeProvider.System);
        var archive = await documents.PutAsync(new MemoryStream("移交的卷宗"u8.ToArray()), 1_000, default);
        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Dossier, "zone-9", $$"""{"content":"{{archive.Hash}}","case":"zone-9"}""", null), default);

        var moved = await MoveAsync(store, documents, there, thereDocuments, rulebooks);

        Assert.Equal((1, 1), (moved.Records, moved.Documents));
        await using var content = await thereDocuments.OpenAsync(archive.Hash, default);
        using var text = new StreamReader(content!);
        Assert.Equal("移交的卷宗", await text.ReadToEndAsync());
        Assert.NotNull(await there.RecordAsync(RecordKinds.Dossier, "zone-9", default));
    }

    [Fact]
    public async Task MovingIn_ADamagedArchiveOrAHouseThatIsLivedIn_IsRefused()
    {
        var rulebooks = new Rulebooks((_, _) => Task.FromResult<Core.Policies.Pack?>(null), ChinaCalendar.Today);
        var store = new TablesStore(new MemoryTable().Table, TimeProvider.System);
        var documents = new FolderDocuments(Path.Combine(_files.Path, "d"), TimeProvider.System);

        await Assert.ThrowsAsync<MovingException>(() => new MovingIn(store, documents, rulebooks).ReadAsync(new MemoryStream([1, 2, 3]), default));
        await store.CommitAsync(TestKit.Ports.Samples.Open(Registrar.Office));
        await Assert.ThrowsAsync<MovingException>(() => new MovingIn(store, documents, rulebooks).ReadAsync(new MemoryStream(), default));
    }

    private static async Task<MovingManifest> MoveAsync(ICaseStore from, IDocumentStore fromDocuments, ICaseStore to, IDocumentStore toDocuments, Rulebooks rulebooks)
    {
        using var archive = new MemoryStream();
        await new MovingOut(from, fromDocuments, TimeProvider.System).WriteAsync(archive, default);
        archive.Position = 0;
        return await new MovingIn(to, toDocuments, rulebooks).ReadAsync(archive, default);
    }

    private static async Task AssertSameAsync(CaseId id, ICaseStore one, ICaseStore other)
    {
        var (here, there) = ((await one.LoadAsync(id, default))!, (await other.LoadAsync(id, default))!);
        Assert.Equal(here.State.ToArray(), there.State.ToArray());
        Assert.Equal(here.Head.ToArray(), there.Head.ToArray());
        Assert.Equal(here.Version, there.Version);
        foreach (var kind in new[] { RowKinds.Answer, RowKinds.Document, RowKinds.Objection, RowKinds.Score, RowKinds.Letter, RowKinds.Announcement })
        {
            Assert.Equal(await one.RowsAsync(id, kind, default), await other.RowsAsync(id, kind, default));
        }

        var entries = await one.JournalAsync(id, 0, int.MaxValue, default);
        Assert.Equal(entries.Select(e => Convert.ToHexString(e.Bytes.Span)), (await other.JournalAsync(id, 0, int.MaxValue, default)).Select(e => Convert.ToHexString(e.Bytes.Span)));
        foreach (var (index, partition) in new[] { (Indexes.Register, here.Kind), (Indexes.Notices, "all"), (Indexes.Announcements, "all"), (Indexes.Parties, "all") })
        {
            Assert.Equal(await one.IndexAsync(index, partition, null, 1_000, default), await other.IndexAsync(index, partition, null, 1_000, default));
        }
    }

    private static async Task<IReadOnlyList<DueCase>> DueAsync(ICaseStore store) => [.. (await store.DueByAsync(new DateTimeOffset(2100, 1, 1, 0, 0, 0, default), 1_000, default)).OrderBy(d => d.Case.Value, StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<OutboxEffect>> OutboxAsync(ICaseStore store) => [.. (await store.OutboxAsync(int.MaxValue, default)).OrderBy(e => e.Id, StringComparer.Ordinal)];

    // What the simulator files is the slot's own name.
    private static async Task StoreDocumentsAsync(World world, FolderDocuments documents)
    {
        foreach (var slot in world.Log.SelectMany(e => e.Entry.Changes).OfType<Change.DocumentFiled>().Select(c => c.Document.Slot).Distinct())
        {
            await documents.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes(slot)), 1_000, default);
        }
    }
}
