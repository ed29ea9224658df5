using System.Buffers;

namespace ZoneFlow.Web.Rendering;

/// <summary>Bytes that grow in rented memory: a page is longer than what the collector likes to have allocated anew for each request.</summary>
public sealed class PooledBytes : IDisposable
{
    private const int First = 32 << 10;
    private byte[] _rented = ArrayPool<byte>.Shared.Rent(First);

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Written => _rented.AsMemory(0, Count);

    /// <summary>Room for at least so many more bytes.</summary>
    public Span<byte> Room(int most)
    {
        if (_rented.Length - Count < most)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_rented.Length * 2, Count + most));
            _rented.AsSpan(0, Count).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = larger;
        }

        return _rented.AsSpan(Count);
    }

    public void Advance(int bytes) => Count += bytes;

    public void Dispose()
    {
        if (_rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            (_rented, Count) = ([], 0);
        }
    }
}
