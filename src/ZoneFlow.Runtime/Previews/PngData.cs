using System.Buffers.Binary;

namespace ZoneFlow.Runtime.Previews;

/// <summary>The packed image data of a PNG: the bytes of its IDAT chunks, one behind the other.</summary>
internal sealed class PngData(Stream png, long first) : Stream
{
    private readonly byte[] _head = new byte[12];
    private long _left = first;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_left == 0)
        {
            // The checksum of the chunk that ended, and the head of the next.
            if (png.ReadAtLeast(_head, 12, throwOnEndOfStream: false) < 12 || !_head.AsSpan(8).SequenceEqual("IDAT"u8))
            {
                return 0;
            }

            _left = BinaryPrimitives.ReadUInt32BigEndian(_head.AsSpan(4));
        }

        var read = png.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
