namespace ZoneFlow.Runtime.Previews;

/// <summary>A table of codes of a JPEG (F.2.2.3: DECODE).</summary>
internal sealed class JpegHuffman
{
    private readonly int[] _lowest = new int[17];
    private readonly int[] _past = new int[17];
    private readonly int[] _first = new int[17];
    private readonly byte[] _values;

    /// <param name="counts">How many codes there are of each length from 1 to 16.</param>
    public JpegHuffman(ReadOnlySpan<byte> counts, byte[] values)
    {
        _values = values;
        var (code, at) = (0, 0);
        for (var length = 1; length <= 16; length++)
        {
            (_lowest[length], _first[length]) = (code, at);
            code += counts[length - 1];
            at += counts[length - 1];
            _past[length] = code;
            code <<= 1;
        }
    }

    public int Next(JpegBits bits)
    {
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            code = (code << 1) | bits.Bit();
            if (code < _past[length])
            {
                return code >= _lowest[length] ? _values[_first[length] + code - _lowest[length]] : throw Damaged;
            }
        }

        throw Damaged;
    }

    private static InvalidDataException Damaged => new("A JPEG code that is in no table.");
}
