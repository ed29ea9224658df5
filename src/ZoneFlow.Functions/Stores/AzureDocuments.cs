using Azure.Storage.Blobs;
using ZoneFlow.Runtime.Blobs;
using ZoneFlow.Runtime.Cloud;

namespace ZoneFlow.Functions.Stores;

/// <summary>The two containers of documents: what arrives, and what cases name.</summary>
internal sealed class AzureDocuments(BlobServiceClient service)
{
    private readonly AzureBlobs _uploads = new(service.GetBlobContainerClient(StorageSettings.Uploads));
    private readonly AzureBlobs _kept = new(service.GetBlobContainerClient(StorageSettings.Documents));

    public BlobDocuments Store => new(_uploads.Blobs, _kept.Blobs);

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await _uploads.CreateAsync(cancellationToken);
        await _kept.CreateAsync(cancellationToken);
    }
}
