using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ZoneFlow.Runtime.Blobs;

namespace ZoneFlow.Functions.Stores;

/// <summary>One of Azure's blob containers as the document store asks for it. What depends on anything stands in <see cref="BlobDocuments"/>.</summary>
internal sealed class AzureBlobs(BlobContainerClient container)
{
    private static readonly Dictionary<string, string> Touched = new() { ["put"] = "again" };

    public CloudBlobs Blobs => new(
        (name, content, cancellationToken) => StatusAsync(() => container.GetBlobClient(name).UploadAsync(
            content, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken)),
        (name, cancellationToken) => StatusAsync(() => container.GetBlobClient(name).SetMetadataAsync(Touched, cancellationToken: cancellationToken)),
        (name, unchangedSince, cancellationToken) => StatusAsync(() => container.GetBlobClient(name).DeleteAsync(
            DeleteSnapshotsOption.None, new BlobRequestConditions { IfUnmodifiedSince = unchangedSince }, cancellationToken)),
        (name, cancellationToken) => StatusAsync(() => container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken)),
        (name, cancellationToken) => container.GetBlobClient(name).OpenReadAsync(cancellationToken: cancellationToken),
        cancellationToken => container.GetBlobsAsync(cancellationToken: cancellationToken).Select(b => (b.Name, b.Properties.LastModified!.Value)));

    public Task CreateAsync(CancellationToken cancellationToken) => container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellationToken);

    private static async Task<int> StatusAsync<T>(Func<Task<Response<T>>> ask) => await StatusAsync(async () => (await ask()).GetRawResponse());

    private static async Task<int> StatusAsync(Func<Task<Response>> ask)
    {
        try
        {
            return (await ask()).Status;
        }
        catch (RequestFailedException answer) when (BlobStatus.IsAnswer(answer.Status))
        {
            return answer.Status;
        }
    }
}
