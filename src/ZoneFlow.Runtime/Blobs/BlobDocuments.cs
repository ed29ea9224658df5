using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Blobs;

/// <summary>
/// Documents as blobs named by their hash. An upload is spooled to a local file while it is hashed, since a blob is named
/// before it is written; one that is there already is touched, so that a sweep at that moment leaves it. What a case was found
/// to name is copied to a container of its own, where nothing is changed, and deleted only when its case gives it out no more.
/// </summary>
/// <param name="uploads">Where everything arrives.</param>
/// <param name="kept">Where it stays once a case names it; may be under a policy that refuses every change.</param>
public sealed class BlobDocuments(CloudBlobs uploads, CloudBlobs kept) : IDocumentStore
{
    private const int Buffer = 81_920;
    private const int MostTries = 10;

    // The service keeps a blob's last change to the second.
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(1);

    public async Task<StoredContent> PutAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        await using var spool = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        var hash = await SpoolAsync(content, spool, limit, cancellationToken);
        // Touched there too, so that nobody takes it away for another case meanwhile; where it may not be, it may not be deleted either.
        if (await kept.Touch(Name(hash), CancellationToken.None) == BlobStatus.NotFound)
        {
            await PlaceAsync(hash, spool);
        }

        return new StoredContent(hash, spool.Length);
    }

    public async Task<Stream?> OpenAsync(ContentHash hash, CancellationToken cancellationToken) =>
        await HolderAsync(hash, cancellationToken) is { } blobs ? await blobs.Open(Name(hash), cancellationToken) : null;

    public async Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken) => await HolderAsync(hash, cancellationToken) is not null;

    /// <summary>Those that are not kept for good yet.</summary>
    public async IAsyncEnumerable<ContentHash> ListAsync(DateTimeOffset putBefore, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (name, changed) in uploads.List(cancellationToken))
        {
            if (changed + Grain <= putBefore && ContentHash.TryParse(name[(name.LastIndexOf('/') + 1)..], out var hash))
            {
                yield return hash;
            }
        }
    }

    public async Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset putBefore, CancellationToken cancellationToken) =>
        !BlobStatus.IsAnswer(await uploads.Delete(Name(hash), UnchangedSince(putBefore), cancellationToken));

    public async Task<bool> RemoveAsync(ContentHash hash, DateTimeOffset putBefore, CancellationToken cancellationToken)
    {
        var unchangedSince = UnchangedSince(putBefore);
        var upload = await uploads.Delete(Name(hash), unchangedSince, cancellationToken);
        if (upload is BlobStatus.Conflict or BlobStatus.Changed)
        {
            return false;
        }

        var copy = await kept.Delete(Name(hash), unchangedSince, cancellationToken);
        return copy is not (BlobStatus.Conflict or BlobStatus.Changed) && (!BlobStatus.IsAnswer(upload) || !BlobStatus.IsAnswer(copy));
    }

    /// <summary>
    /// Copies a document to where it stays, and deletes the upload of one that was copied before: not at once, so that whoever
    /// reads the upload has long ended.
    /// </summary>
    public async Task KeepAsync(ContentHash hash, DateTimeOffset putBefore, CancellationToken cancellationToken)
    {
        if (await kept.Exists(Name(hash), cancellationToken) != BlobStatus.NotFound)
        {
            await DeleteAsync(hash, putBefore, cancellationToken);
            return;
        }

        await using var content = await uploads.Open(Name(hash), cancellationToken);
        await kept.Create(Name(hash), content, cancellationToken);
    }

    private async Task<CloudBlobs?> HolderAsync(ContentHash hash, CancellationToken cancellationToken) =>
        await kept.Exists(Name(hash), cancellationToken) != BlobStatus.NotFound ? kept
            : await uploads.Exists(Name(hash), cancellationToken) != BlobStatus.NotFound ? uploads
            : null;

    private static DateTimeOffset UnchangedSince(DateTimeOffset putBefore) => putBefore > DateTimeOffset.MinValue + Grain ? putBefore - Grain : putBefore;

    /// <summary>Two characters of folder: a listing by hand stays short.</summary>
    private static string Name(ContentHash hash) => $"{hash.Value[..2]}/{hash.Value}";

    private async Task PlaceAsync(ContentHash hash, Stream spool)
    {
        for (var tries = 1; ; tries++)
        {
            spool.Position = 0;
            if (await uploads.Create(Name(hash), spool, CancellationToken.None) != BlobStatus.Conflict)
            {
                return;
            }

            // It is there. Where it may not be touched it may not be deleted either.
            if (await uploads.Touch(Name(hash), CancellationToken.None) != BlobStatus.NotFound)
            {
                return;
            }

            if (tries == MostTries)
            {
                throw new IOException($"The document {hash} came and went {tries} times while it was being stored.");
            }
        }
    }

    private static async Task<ContentHash> SpoolAsync(Stream content, Stream spool, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Buffer);
        try
        {
            var length = 0L;
            while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                length += read;
                if (length > limit)
                {
                    throw new ContentTooLargeException(limit);
                }

                hash.AppendData(buffer, 0, read);
                await spool.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return ContentHash.FromDigest(hash.GetHashAndReset());
    }
}
