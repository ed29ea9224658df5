namespace ZoneFlow.TestKit.Ports;

/// <summary>An upload that never ends, or whose sender is cut off after some bytes.</summary>
internal sealed class EndlessStream(long? breaksAfter = null) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (read >= breaksAfter)
        {
            throw new IOException("The sender went away.");
        }

        read += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
