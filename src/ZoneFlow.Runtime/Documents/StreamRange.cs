namespace ZoneFlow.Runtime.Documents;

/// <summary>Some bytes of a seekable stream, read once from the first to the last. Leaves the stream open.</summary>
internal sealed class StreamRange(Stream source, long start, long length) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        source.Position = start + read;
        var count = source.Read(buffer[..(int)Math.Min(buffer.Length, length - read)]);
        read += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
