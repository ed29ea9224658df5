using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Ports;

/// <summary>What every <see cref="IDocumentStore"/> owes its caller.</summary>
public abstract class DocumentStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected abstract IDocumentStore Store { get; }

    /// <summary>An instant after every put so far and before every later one.</summary>
    protected abstract Task<DateTimeOffset> LaterAsync();

    [Fact]
    public async Task Putting_AnyContent_AnswersItsSha256AndLength()
    {
        var bytes = Encoding.UTF8.GetBytes("集聚区建设方案");

        var stored = await PutAsync(bytes);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.Hash.Value);
        Assert.Equal(bytes.Length, stored.Length);
        Assert.Equal(bytes, await ReadAsync(stored.Hash));
    }

    [Fact]
    public async Task Putting_EmptyContent_StoresIt()
    {
        var stored = await PutAsync([]);

        Assert.Equal(0, stored.Length);
        Assert.Empty((await ReadAsync(stored.Hash))!);
    }

    [Fact]
    public async Task Putting_TheSameTwice_KeepsOne()
    {
        var first = await PutAsync([1, 2, 3]);
        var second = await PutAsync([1, 2, 3]);

        Assert.Equal(first, second);
        Assert.Single(await ListAsync(await LaterAsync()));
    }

    [Fact]
    public async Task Putting_TheSameManyTimesAtOnce_KeepsOne()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PutAsync(bytes)));

        Assert.Single(stored.Distinct());
        Assert.Equal(bytes, await ReadAsync(stored[0].Hash));
    }

    [Fact]
    public async Task Putting_ExactlyTheLimit_IsTaken()
    {
        var stored = await Store.PutAsync(new MemoryStream(new byte[1000]), 1000, None);

        Assert.Equal(1000, stored.Length);
    }

    [Fact]
    public async Task Putting_OneByteBeyondTheLimit_RefusesAndStoresNothing()
    {
        var refusal = await Assert.ThrowsAsync<ContentTooLargeException>(
            () => Store.PutAsync(new MemoryStream(new byte[1001]), 1000, None));

        Assert.Equal(1000, refusal.Limit);
        Assert.Empty(await ListAsync(await LaterAsync()));
    }

    [Fact]
    public async Task Putting_AnEndlessStream_StopsAtTheLimit()
    {
        await Assert.ThrowsAsync<ContentTooLargeException>(() => Store.PutAsync(new EndlessStream(), 1 << 20, None));
    }

    [Fact]
    public async Task Putting_AStreamThatBreaksOff_StoresNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync(new EndlessStream(breaksAfter: 200_000), 1 << 20, None));

        Assert.Empty(await ListAsync(await LaterAsync()));
    }

    [Fact]
    public async Task Opening_WhatIsStored_CanSeek()
    {
        var stored = await PutAsync([10, 20, 30, 40]);

        await using var content = await Store.OpenAsync(stored.Hash, None);

        Assert.True(content!.CanSeek);
        Assert.Equal(4, content.Length);
        content.Seek(-1, SeekOrigin.End);
        Assert.Equal(40, content.ReadByte());
    }

    [Fact]
    public async Task Asking_ForWhatWasNeverPut_FindsNothing()
    {
        var hash = ContentHash.FromDigest(SHA256.HashData("never"u8));

        Assert.Null(await Store.OpenAsync(hash, None));
        Assert.False(await Store.ExistsAsync(hash, None));
        Assert.False(await Store.DeleteAsync(hash, DateTimeOffset.MaxValue, None));
    }

    [Fact]
    public async Task Listing_WhatWasPutBefore_LeavesOutWhatCameLater()
    {
        var old = await PutAsync([1]);
        var between = await LaterAsync();
        await PutAsync([2]);

        Assert.Equal([old.Hash], await ListAsync(between));
    }

    [Fact]
    public async Task Deleting_WhatIsOld_RemovesIt()
    {
        var stored = await PutAsync([1, 2]);

        Assert.True(await Store.DeleteAsync(stored.Hash, await LaterAsync(), None));

        Assert.False(await Store.ExistsAsync(stored.Hash, None));
        Assert.Empty(await ListAsync(await LaterAsync()));
    }

    [Fact]
    public async Task Deleting_WhatWasPutAgainMeanwhile_KeepsIt()
    {
        var stored = await PutAsync([1, 2]);
        var sweep = await LaterAsync();
        await PutAsync([1, 2]);

        Assert.False(await Store.DeleteAsync(stored.Hash, sweep, None));

        Assert.True(await Store.ExistsAsync(stored.Hash, None));
    }

    [Fact]
    public async Task Removing_WhatIsOld_RemovesIt_AndWhatWasPutAgainStays()
    {
        var (old, again) = (await PutAsync([1, 2]), await PutAsync([3, 4]));
        var instant = await LaterAsync();
        await PutAsync([3, 4]);

        Assert.True(await Store.RemoveAsync(old.Hash, instant, None));
        Assert.False(await Store.RemoveAsync(old.Hash, instant, None));
        Assert.False(await Store.RemoveAsync(again.Hash, instant, None));

        Assert.Equal((false, true), (await Store.ExistsAsync(old.Hash, None), await Store.ExistsAsync(again.Hash, None)));
    }

    protected Task<StoredContent> PutAsync(byte[] bytes) => Store.PutAsync(new MemoryStream(bytes), 1 << 20, None);

    protected async Task<List<ContentHash>> ListAsync(DateTimeOffset putBefore)
    {
        var hashes = new List<ContentHash>();
        await foreach (var hash in Store.ListAsync(putBefore, None))
        {
            hashes.Add(hash);
        }

        return hashes;
    }

    protected async Task<byte[]?> ReadAsync(ContentHash hash)
    {
        await using var content = await Store.OpenAsync(hash, None);
        if (content is null)
        {
            return null;
        }

        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }
}
