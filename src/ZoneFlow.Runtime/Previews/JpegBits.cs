namespace ZoneFlow.Runtime.Previews;

/// <summary>The coded bits of a JPEG scan, in which FF 00 is a plain FF and any other FF ends them.</summary>
internal sealed class JpegBits(Stream jpeg)
{
    private int _byte;
    private int _left;

    public int Bit()
    {
        if (_left == 0)
        {
            _byte = jpeg.ReadByte();
            if (_byte < 0 || (_byte == 0xff && jpeg.ReadByte() != 0))
            {
                throw new InvalidDataException("A JPEG scan that is cut short.");
            }

            _left = 8;
        }

        return (_byte >> --_left) & 1;
    }

    public int Bits(int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            value = (value << 1) | Bit();
        }

        return value;
    }

    /// <summary>A signed number of so many bits (F.2.2.1: EXTEND).</summary>
    public int Signed(int count)
    {
        var value = Bits(count);
        return count == 0 || value >= 1 << (count - 1) ? value : value - (1 << count) + 1;
    }

    /// <summary>What stands where a restart is due: the rest of the byte goes, and a restart marker must follow.</summary>
    public void Restart()
    {
        _left = 0;
        if (jpeg.ReadByte() != 0xff || jpeg.ReadByte() is not (>= 0xd0 and <= 0xd7))
        {
            throw new InvalidDataException("A JPEG scan without its restart marker.");
        }
    }
}
