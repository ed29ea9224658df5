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
        _store, Documents, cancellationToken => NamedDocuments.OfAsync(_store, cancellationToken), new WallClock(_clock), NullLogger<OrphanSweep>.Instance, Documents.KeepAsync);

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

    // A case of the register whose one entry names the document.
    private async Task FileAsync(ContentHash document)
    {
        var commit = TestKit.Ports.Samples.Open(TestKit.Ports.Samples.NewCase());
        await _store.CommitAsync(commit with
        {
            Effects = [],
            Entries = [commit.Entries[0] with { Bytes = Encoding.UTF8.GetBytes($$"""{"changes":[{"$type":"DocumentFiled","content":"{{document}}"}]}""") }],
            IndexPuts = [new IndexRow(Indexes.Register, CaseKinds.Zone, "Z2026-0001", commit.Case, "{}")],
        });
    }

    private async Task<ContentHash> PutAsync(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await Documents.PutAsync(content, 1_000, default)).Hash;
    }
}
