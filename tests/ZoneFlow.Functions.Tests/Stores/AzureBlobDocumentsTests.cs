using ZoneFlow.Functions.Stores;
using ZoneFlow.Runtime.Blobs;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Functions.Tests.Stores;

/// <summary>Every rule of the document store's port, on Azure's blobs as Azurite serves them.</summary>
[Collection(SharedAzurite.Name)]
public sealed class AzureBlobDocumentsTests(Azurite azurite) : DocumentStoreTests, IAsyncLifetime
{
    private readonly AzureBlobs _uploads = new(azurite.Container());
    private readonly AzureBlobs _kept = new(azurite.Container());

    protected override IDocumentStore Store => Documents;

    private BlobDocuments Documents => new(_uploads.Blobs, _kept.Blobs);

    public async Task InitializeAsync()
    {
        await _uploads.CreateAsync(default);
        await _kept.CreateAsync(default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    // The service keeps a blob's last change to the second, and the store leaves another between.
    protected override async Task<DateTimeOffset> LaterAsync()
    {
        await Task.Delay(2_100);
        var later = DateTimeOffset.UtcNow;
        await Task.Delay(1_100);
        return later;
    }
}
