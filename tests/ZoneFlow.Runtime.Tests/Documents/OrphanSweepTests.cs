using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Blobs;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit.Cloud;

namespace ZoneFlow.Runtime.Tests.Documents;

/// <summary>The weekly sweep as the cloud has it: what no case names goes, what one names is moved to where it stays.</summary>
public sealed class OrphanSweepTests
{
    private readonly SteppedClock _clock = new(TestKit.Ports.Samples.Noon);
    private readonly MemoryBlobs _uploads;
    private readonly MemoryBlobs _kept;
    private readonly TablesStore _store;

    public OrphanSweepTests() => (_uploads, _kept, _store) = (new(_clock), new(_clock, isImmutable: true), new(new MemoryTable().Table, _clock));

    private BlobDocuments Documents => new(_uploads.Blobs, _kept.Blobs);

    private OrphanSweep Sweep => new(
        _store, Documents, cancellationToken => NamedDocuments.OfAsync(_store, cancellationToken), Deletions(Documents), new WallClock(_clock),
        NullLogger<OrphanSweep>.Instance, Documents.KeepAsync);

    [Fact]
    public async Task Sweeping_AfterAWeek_DropsWhatNoCaseNames_AndKeepsTheRest()
    {
        var (orphan, filed, dossier) = (await PutAsync("放弃的上传"), await PutAsync("建设方案"), await PutAsync("外来卷宗"));
        await FileAsync(filed);
        await _store.PutRecordAsync(new KeyedRecord(RecordKinds.Dossier, "zone-9", $$"""{"content":"{{dossier}}"}""", null), default);

        _clock.Now += TimeSpan.FromDays(6);
        Assert.Equal(0, await Sweep.RunAsync(default));
        Assert.True(await Documents.ExistsAsync(orphan, default));

        // The week counts from the last sweep.
        _clock.Now += TimeSpan.FromDays(7);
        Assert.Equal(1, await Sweep.RunAsync(default));
        Assert.False(await Documents.ExistsAsync(orphan, default));
        Assert.Equal((2, 2), (_uploads.Count, _kept.Count));

        _clock.Now += TimeSpan.FromDays(7);
        Assert.Equal(0, await Sweep.RunAsync(default));
        Assert.Equal((0, 2), (_uploads.Count, _kept.Count));
        Assert.True(await Documents.ExistsAsync(filed, default) && await Documents.ExistsAsync(dossier, default));
    }

    [Fact]
    public async Task Sweeping_AnUploadThatWasBroughtAgain_LeavesIt()
    {
        var upload = await PutAsync("又传一次");
        _clock.Now += TimeSpan.FromDays(8);
        Assert.Equal(upload, await PutAsync("又传一次"));

        Assert.Equal(0, await Sweep.RunAsync(default));

        Assert.True(await Documents.ExistsAsync(upload, default));
    }

    [Fact]
    public async Task ADeletedDocument_IsClearedOnceNobodyCanBeFilingIt_FromWhereItWasKeptToo()
    {
        var kept = new MemoryBlobs(_clock);
        var (documents, filed) = (new BlobDocuments(_uploads.Blobs, kept.Blobs), await PutAsync("误传的证件"));
        var (first, second) = (await FileAsync(filed, "Z2026-0001"), await FileAsync(filed, "Z2026-0002"));
        await documents.KeepAsync(filed, _clock.Now, default);
        var deletions = Deletions(documents);

        // Another case names the same bytes: they stay, and are cleared away for the first.
        await DeleteAsync(first, filed);
        _clock.Now += TimeSpan.FromMinutes(10);
        Assert.Equal(0, await deletions.ClearAsync(default));
        Assert.True(await documents.ExistsAsync(filed, default));

        // Put an hour ago and less, they may be on their way into a third.
        await DeleteAsync(second, filed);
        Assert.Equal(1, await deletions.ClearAsync(default));
        Assert.True(await documents.ExistsAsync(filed, default));
        _clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(0, await deletions.ClearAsync(default));
        Assert.Equal((0, 0), (_uploads.Count, kept.Count));
        Assert.All(await DeletedDocuments.AllAsync(_store, default), d => Assert.NotNull(d.Cleared));
        Assert.Equal(0, await deletions.ClearAsync(default));
    }

    [Fact]
    public async Task ADeletedDocument_UnderAPolicyThatRefusesDeletion_GoesOnWaiting()
    {
        var filed = await PutAsync("不可变存储中的证件");
        var id = await FileAsync(filed);
        await Documents.KeepAsync(filed, _clock.Now, default);
        await DeleteAsync(id, filed);
        _clock.Now += TimeSpan.FromDays(30);

        Assert.Equal(1, await Deletions(Documents).ClearAsync(default));

        Assert.True(await Documents.ExistsAsync(filed, default));
        Assert.Null((await DeletedDocuments.FindAsync(_store, id, filed, default))!.Cleared);
    }

    private DocumentDeletions Deletions(BlobDocuments documents) => new(
        _store, documents, cancellationToken => NamedDocuments.OfAsync(_store, cancellationToken), _clock, new WallClock(_clock), NullLogger<DocumentDeletions>.Instance);

    private Task DeleteAsync(CaseId id, ContentHash hash) =>
        _store.PutRecordAsync(DeletedDocuments.Record(new DocumentDeletion(id, hash, 1, "本人申请", false, null, null, _clock.Now, [], null)), default);

    // A case of the register whose one entry names the document.
    private async Task<CaseId> FileAsync(ContentHash document, string number = "Z2026-0001")
    {
        var commit = TestKit.Ports.Samples.Open(TestKit.Ports.Samples.NewCase());
        await _store.CommitAsync(commit with
        {
            Effects = [],
            Entries = [commit.Entries[0] with { Bytes = Encoding.UTF8.GetBytes($$"""{"changes":[{"$type":"DocumentFiled","content":"{{document}}"}]}""") }],
            IndexPuts = [new IndexRow(Indexes.Register, CaseKinds.Zone, number, commit.Case, "{}")],
        });
        return commit.Case;
    }

    private async Task<ContentHash> PutAsync(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await Documents.PutAsync(content, 1_000, default)).Hash;
    }
}
