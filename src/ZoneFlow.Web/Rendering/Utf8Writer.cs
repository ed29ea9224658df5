using System.Text;

namespace ZoneFlow.Web.Rendering;

/// <summary>Writes text as UTF-8 into bytes. A surrogate pair may come in two writes.</summary>
public sealed class Utf8Writer(PooledBytes bytes) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private bool _halfway;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (value < 0x80 && !_halfway)
        {
            bytes.Room(1)[0] = (byte)value;
            bytes.Advance(1);
            return;
        }

        Write([value]);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.IsEmpty)
        {
            return;
        }

        bytes.Advance(_encoder.GetBytes(buffer, bytes.Room(Encoding.UTF8.GetMaxByteCount(buffer.Length + 1)), flush: false));
        _halfway = char.IsHighSurrogate(buffer[^1]);
    }

    /// <summary>Half a pair that nothing follows is written as the mark for what cannot be read.</summary>
    public override void Flush()
    {
        bytes.Advance(_encoder.GetBytes([], bytes.Room(Encoding.UTF8.GetMaxByteCount(1)), flush: true));
        _halfway = false;
    }
}
