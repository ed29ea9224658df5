using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Faults.Simulated;

/// <summary>The document store's port over the simulated disk: what it has answered is durable, what it has not may be there or not.</summary>
internal sealed class SimulatedDocuments(SimulatedDisk disk, Turns turns, ProcessLife process, Weather weather, TimeProvider time, Random chance) : IDocumentStore
{
    public async Task<StoredContent> PutAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var part = new byte[4096];
        for (int read; (read = await content.ReadAsync(part, cancellationToken)) > 0;)
        {
            bytes.Write(part, 0, read);
            if (bytes.Length > limit)
            {
                throw new ContentTooLargeException(limit);
            }
        }

        var all = bytes.ToArray();
        var hash = ContentHash.FromDigest(SHA256.HashData(all));
        return await TakeAsync(() =>
        {
            if (weather.DiskFull || chance.Next(1000) < weather.Fails)
            {
                throw new IOException("The document could not be written.");
            }

            disk.Documents[hash.Value] = (all, time.GetUtcNow());
            return chance.Next(1000) < weather.AnswerLost ? throw new IOException("The answer was lost.") : new StoredContent(hash, all.Length);
        });
    }

    public Task<Stream?> OpenAsync(ContentHash hash, CancellationToken cancellationToken) =>
        TakeAsync<Stream?>(() => disk.Documents.TryGetValue(hash.Value, out var document) ? new MemoryStream(document.Bytes, writable: false) : null);

    public Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken) => TakeAsync(() => disk.Documents.ContainsKey(hash.Value));

    public async IAsyncEnumerable<ContentHash> ListAsync(DateTimeOffset putBefore, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var hash in await TakeAsync(() => disk.Documents.Where(d => d.Value.Put < putBefore).Select(d => d.Key).ToList()))
        {
            yield return ContentHash.TryParse(hash, out var known) ? known : throw new InvalidOperationException();
        }
    }

    public Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset putBefore, CancellationToken cancellationToken) => TakeAsync(
        () => disk.Documents.TryGetValue(hash.Value, out var document) && document.Put < putBefore && disk.Documents.Remove(hash.Value));

    public Task<bool> RemoveAsync(ContentHash hash, DateTimeOffset putBefore, CancellationToken cancellationToken) => DeleteAsync(hash, putBefore, cancellationToken);

    private Task<T> TakeAsync<T>(Func<T> work) => process.IsDead ? ProcessLife.Never<T>() : turns.TakeAsync(work);
}
