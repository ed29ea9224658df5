using ZoneFlow.Runtime.Blobs;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Runtime.Tests.Blobs;

/// <summary>Every rule of the document store's port, on containers in memory; and what happens to a document that a case names.</summary>
public sealed class BlobDocumentsTests : DocumentStoreTests
{
    private readonly SteppedClock _clock = new(Samples.Noon);
    private readonly MemoryBlobs _uploads;
    private readonly MemoryBlobs _kept;

    public BlobDocumentsTests() => (_uploads, _kept) = (new(_clock), new(_clock, isImmutable: true));

    protected override IDocumentStore Store => Documents;

    private BlobDocuments Documents => new(_uploads.Blobs, _kept.Blobs);

    [Fact]
    public async Task Keeping_ADocument_CopiesIt_AndDropsTheUploadTheNextTime()
    {
        var hash = (await PutAsync([1, 2, 3])).Hash;

        await Documents.KeepAsync(hash, await LaterAsync(), default);
        Assert.Equal((1, 1), (_uploads.Count, _kept.Count));

        await Documents.KeepAsync(hash, await LaterAsync(), default);
        Assert.Equal((0, 1), (_uploads.Count, _kept.Count));
        Assert.True(await Documents.ExistsAsync(hash, default));
        Assert.Equal([1, 2, 3], (await ReadAsync(hash))!);
    }

    [Fact]
    public async Task Putting_WhatIsKeptForGood_StoresNothingMore()
    {
        var hash = (await PutAsync([1, 2, 3])).Hash;
        await Documents.KeepAsync(hash, await LaterAsync(), default);
        await Documents.KeepAsync(hash, await LaterAsync(), default);

        Assert.Equal(hash, (await PutAsync([1, 2, 3])).Hash);

        Assert.Equal((0, 1), (_uploads.Count, _kept.Count));
        Assert.Empty(await Documents.ListAsync(await LaterAsync(), default).ToListAsync());
    }

    [Fact]
    public async Task Deleting_WhatIsKeptForGood_LeavesIt()
    {
        var hash = (await PutAsync([1, 2, 3])).Hash;
        await Documents.KeepAsync(hash, await LaterAsync(), default);

        // The upload goes, the document stays.
        Assert.True(await Documents.DeleteAsync(hash, await LaterAsync(), default));
        Assert.False(await Documents.DeleteAsync(hash, await LaterAsync(), default));
        Assert.True(await Documents.ExistsAsync(hash, default));
    }

    protected override Task<DateTimeOffset> LaterAsync()
    {
        _clock.Now += TimeSpan.FromSeconds(2);
        var later = _clock.Now;
        _clock.Now += TimeSpan.FromMilliseconds(1);
        return Task.FromResult(later);
    }
}
