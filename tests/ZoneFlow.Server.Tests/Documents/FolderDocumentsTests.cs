using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Documents;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Server.Tests.Documents;

public sealed class FolderDocumentsTests : DocumentStoreTests, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SetClock clock = new();
    private readonly FolderDocuments documents;

    public FolderDocumentsTests() => documents = new(folder["documents"], clock);

    protected override IDocumentStore Store => documents;

    public void Dispose()
    {
        documents.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Putting_AnyContent_LiesTwoFoldersDeepUnderItsHash()
    {
        var hash = (await PutAsync([1, 2, 3])).Hash.Value;

        Assert.True(File.Exists(Path.Combine(folder["documents"], hash[..2], hash[2..4], hash)));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder["documents"], "arriving")));
    }

    [Fact]
    public async Task Opening_TheFolderAgain_DropsCutUploadsAndKeepsTheRest()
    {
        var stored = await PutAsync([1, 2, 3]);
        var cut = Path.Combine(folder["documents"], "arriving", "cut");
        await File.WriteAllTextAsync(cut, "half an upl");

        using var again = new FolderDocuments(folder["documents"], clock);

        Assert.False(File.Exists(cut));
        Assert.True(await again.ExistsAsync(stored.Hash, CancellationToken.None));
    }

    [Fact]
    public async Task Putting_WhatIsOnDiskCutShort_MendsIt()
    {
        var hash = (await PutAsync([1, 2, 3])).Hash;
        await File.WriteAllBytesAsync(Path.Combine(folder["documents"], hash.Value[..2], hash.Value[2..4], hash.Value), [1]);

        await PutAsync([1, 2, 3]);

        Assert.Equal([1, 2, 3], await ReadAsync(hash));
    }

    [Fact]
    public async Task Listing_WithFilesThatAreNoDocuments_PassesThemOver()
    {
        var hash = (await PutAsync([1, 2, 3])).Hash;
        await File.WriteAllTextAsync(Path.Combine(folder["documents"], hash.Value[..2], "notes.txt"), "by hand");

        Assert.Equal([hash], await ListAsync(await LaterAsync()));
    }

    protected override Task<DateTimeOffset> LaterAsync()
    {
        clock.Now += TimeSpan.FromMinutes(1);
        var instant = clock.Now;
        clock.Now += TimeSpan.FromMinutes(1);
        return Task.FromResult(instant);
    }
}
