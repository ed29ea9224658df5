namespace ZoneFlow.Runtime.Previews;

/// <summary>Reads the means of one scan of a JPEG; what else is coded between them is passed over.</summary>
internal sealed class JpegScan
{
    private readonly JpegFrame _frame;
    private readonly JpegBits _bits;
    private readonly List<JpegPart> _parts;
    private readonly int _from;
    private readonly int _shift;
    private readonly bool _refines;

    public JpegScan(JpegFrame frame, ReadOnlySpan<byte> head, JpegBits bits)
    {
        (_frame, _bits, _from) = (frame, bits, head[^3]);
        (_shift, _refines) = (frame.IsProgressive ? head[^1] & 15 : 0, frame.IsProgressive && head[^1] >> 4 > 0);
        var parts = new List<JpegPart>();
        for (var at = 1; at + 1 < head.Length - 3; at += 2)
        {
            var id = head[at];
            var part = frame.Parts.FirstOrDefault(p => p.Id == id && !parts.Contains(p)) ?? throw new InvalidDataException("A JPEG scan of a component that is not there.");
            (part.MeanCodes, part.OtherCodes, part.Last) = (frame.CodesOf(0, head[at + 1] >> 4), frame.CodesOf(1, head[at + 1]), 0);
            parts.Add(part);
        }

        _parts = parts;
    }

    public void Run(CancellationToken cancellationToken)
    {
        // A scan of one component has its own blocks in rows; one of several has units of each.
        var (across, down) = _parts.Count == 1 ? (_parts[0].Wide, _parts[0].High) : (_frame.Across, _frame.Down);
        var read = 0;
        for (var y = 0; y < down; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var x = 0; x < across; x++)
            {
                if (_frame.Interval > 0 && read > 0 && read % _frame.Interval == 0)
                {
                    _bits.Restart();
                    foreach (var part in _parts)
                    {
                        part.Last = 0;
                    }
                }

                Unit(x, y);
                read++;
            }
        }
    }

    private void Unit(int x, int y)
    {
        if (_parts.Count == 1)
        {
            Block(_parts[0], (y * _parts[0].Stride) + x);
            return;
        }

        foreach (var part in _parts)
        {
            for (var v = 0; v < part.Down; v++)
            {
                for (var h = 0; h < part.Across; h++)
                {
                    Block(part, (((y * part.Down) + v) * part.Stride) + (x * part.Across) + h);
                }
            }
        }
    }

    private void Block(JpegPart part, int at)
    {
        if (_refines)
        {
            part.Means[at] |= _bits.Bit() << _shift;
            return;
        }

        var length = Codes(part.MeanCodes).Next(_bits);
        part.Last += length <= 15 ? _bits.Signed(length) : throw new InvalidDataException("A JPEG mean that makes no sense.");
        part.Means[at] = part.Last << _shift;
        if (_frame.IsProgressive || _from != 0)
        {
            return;
        }

        var others = Codes(part.OtherCodes);
        for (var i = 1; i < 64; i++)
        {
            var code = others.Next(_bits);
            var (zeros, size) = (code >> 4, code & 15);
            if (size == 0 && zeros != 15)
            {
                return;
            }

            i += zeros;
            _bits.Bits(size);
        }
    }

    private static JpegHuffman Codes(JpegHuffman? table) => table ?? throw new InvalidDataException("A JPEG scan without its table.");
}
