using ZoneFlow.Runtime.Blobs;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Runtime.Tests.Blobs;

/// <summary>Every rule of the document store's port, on a container in memory that keeps changes to the second as the real one does.</summary>
public sealed class BlobDocumentsTests : DocumentStoreTests
{
    private readonly Dictionary<string, (byte[] Bytes, DateTimeOffset Changed)> _blobs = new(StringComparer.Ordinal);
    private readonly SteppedClock _clock = new(Samples.Noon);

    protected override IDocumentStore Store => new BlobDocuments(new CloudBlobs(
        (name, content, _) => Task.FromResult(Create(name, content)),
        (name, _) => Task.FromResult(Change(name, found => (found, Second))),
        (name, since, _) => Task.FromResult(Delete(name, since)),
        (name, _) => Task.FromResult(_blobs.ContainsKey(name) ? 200 : 404),
        (name, _) => Task.FromResult<Stream>(new MemoryStream(_blobs[name].Bytes, writable: false)),
        _ => _blobs.Select(b => (b.Key, b.Value.Changed)).ToAsyncEnumerable()));

    private DateTimeOffset Second => DateTimeOffset.FromUnixTimeSeconds(_clock.Now.ToUnixTimeSeconds());

    protected override Task<DateTimeOffset> LaterAsync()
    {
        _clock.Now += TimeSpan.FromSeconds(2);
        var later = _clock.Now;
        _clock.Now += TimeSpan.FromMilliseconds(1);
        return Task.FromResult(later);
    }

    private int Create(string name, Stream content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        lock (_blobs)
        {
            return _blobs.TryAdd(name, (copy.ToArray(), Second)) ? 201 : BlobStatus.Conflict;
        }
    }

    private int Change(string name, Func<byte[], (byte[], DateTimeOffset)> change)
    {
        lock (_blobs)
        {
            if (!_blobs.TryGetValue(name, out var found))
            {
                return BlobStatus.NotFound;
            }

            _blobs[name] = change(found.Bytes);
            return 200;
        }
    }

    private int Delete(string name, DateTimeOffset since)
    {
        lock (_blobs)
        {
            return !_blobs.TryGetValue(name, out var found) ? BlobStatus.NotFound : found.Changed > since ? BlobStatus.Changed : _blobs.Remove(name) ? 202 : 500;
        }
    }
}
