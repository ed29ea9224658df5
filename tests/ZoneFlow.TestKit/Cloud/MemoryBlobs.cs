using ZoneFlow.Runtime.Blobs;

namespace ZoneFlow.TestKit.Cloud;

/// <summary>A container in memory that keeps changes to the second, as the real one does.</summary>
/// <param name="isImmutable">What stands in it can be neither changed nor deleted.</param>
public sealed class MemoryBlobs(SteppedClock clock, bool isImmutable = false)
{
    private readonly Dictionary<string, (byte[] Bytes, DateTimeOffset Changed)> _blobs = new(StringComparer.Ordinal);

    public CloudBlobs Blobs => new(
        (name, content, _) => Task.FromResult(Create(name, content)),
        (name, _) => Task.FromResult(Touch(name)),
        (name, since, _) => Task.FromResult(Delete(name, since)),
        (name, _) => Task.FromResult(_blobs.ContainsKey(name) ? 200 : BlobStatus.NotFound),
        (name, _) => Task.FromResult<Stream>(new MemoryStream(_blobs[name].Bytes, writable: false)),
        _ => _blobs.Select(b => (b.Key, b.Value.Changed)).ToAsyncEnumerable());

    public int Count => _blobs.Count;

    private DateTimeOffset Second => DateTimeOffset.FromUnixTimeSeconds(clock.Now.ToUnixTimeSeconds());

    private int Create(string name, Stream content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        lock (_blobs)
        {
            return _blobs.TryAdd(name, (copy.ToArray(), Second)) ? 201 : BlobStatus.Conflict;
        }
    }

    private int Touch(string name)
    {
        lock (_blobs)
        {
            if (!_blobs.TryGetValue(name, out var found))
            {
                return BlobStatus.NotFound;
            }

            if (isImmutable)
            {
                return BlobStatus.Conflict;
            }

            _blobs[name] = (found.Bytes, Second);
            return 200;
        }
    }

    private int Delete(string name, DateTimeOffset since)
    {
        lock (_blobs)
        {
            return !_blobs.TryGetValue(name, out var found) ? BlobStatus.NotFound
                : isImmutable ? BlobStatus.Conflict
                : found.Changed > since ? BlobStatus.Changed
                : _blobs.Remove(name) ? 202 : 500;
        }
    }
}
