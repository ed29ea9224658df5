using System.Buffers.Binary;

namespace ZoneFlow.Runtime.Previews;

/// <summary>What a JPEG says of itself before its scans: size, components, tables.</summary>
internal sealed class JpegFrame
{
    private readonly int[] _steps = [1, 1, 1, 1];
    private readonly JpegHuffman?[] _codes = new JpegHuffman?[8];
    private int _width;
    private int _height;

    /// <summary>Units between two restart markers; 0 for none.</summary>
    public int Interval { get; set; }

    /// <summary>Its three components are red, green and blue.</summary>
    public bool IsPlain { get; set; }

    public bool IsProgressive { get; private set; }

    public IReadOnlyList<JpegPart> Parts { get; private set; } = [];

    /// <summary>Units side by side.</summary>
    public int Across { get; private set; }

    /// <summary>Units one under the other.</summary>
    public int Down { get; private set; }

    public void Quantize(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 0)
        {
            var (wide, table) = (tables[0] >> 4 == 1, tables[0] & 3);
            if (tables.Length < (wide ? 129 : 65))
            {
                throw new InvalidDataException("A JPEG table that is cut short.");
            }

            _steps[table] = wide ? BinaryPrimitives.ReadUInt16BigEndian(tables[1..]) : tables[1];
            tables = tables[(wide ? 129 : 65)..];
        }
    }

    public void Codes(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 0)
        {
            var count = 0;
            for (var i = 1; tables.Length >= 17 && i <= 16; i++)
            {
                count += tables[i];
            }

            if (tables.Length < 17 + count || count > 256)
            {
                throw new InvalidDataException("A JPEG table that is cut short.");
            }

            _codes[(tables[0] >> 4 & 1) * 4 + (tables[0] & 3)] = new JpegHuffman(tables.Slice(1, 16), tables.Slice(17, count).ToArray());
            tables = tables[(17 + count)..];
        }
    }

    public void Begin(ReadOnlySpan<byte> head, bool progressive, PreviewLimits limits)
    {
        if (Parts.Count > 0 || head.Length < 6 || head.Length != 6 + (3 * head[5]) || head[0] != 8)
        {
            throw head.Length > 0 && head[0] == 12 ? new NoPreviewException(NoPreview.Kind) : new InvalidDataException("A JPEG frame that makes no sense.");
        }

        (_height, _width) = (BinaryPrimitives.ReadUInt16BigEndian(head[1..]), BinaryPrimitives.ReadUInt16BigEndian(head[3..]));
        PictureSize.Check(_width, _height, limits);
        if (head[5] is not (1 or 3))
        {
            throw new NoPreviewException(NoPreview.Colours);
        }

        var parts = new List<JpegPart>();
        for (var at = 6; at < head.Length; at += 3)
        {
            // A component that stands alone has one block to a unit, whatever it says.
            var (across, down) = head[5] == 1 ? (1, 1) : (head[at + 1] >> 4, head[at + 1] & 15);
            if (across is < 1 or > 4 || down is < 1 or > 4)
            {
                throw new InvalidDataException("A JPEG component that makes no sense.");
            }

            parts.Add(new JpegPart(head[at], across, down, head[at + 2] & 3));
        }

        var (most, deepest) = (parts.Max(p => p.Across), parts.Max(p => p.Down));
        (Across, Down, IsProgressive) = (Over(_width, 8 * most), Over(_height, 8 * deepest), progressive);
        foreach (var part in parts)
        {
            (part.Wide, part.High) = (Over(Over(_width * part.Across, most), 8), Over(Over(_height * part.Down, deepest), 8));
            part.Stride = Across * part.Across;
            part.Means = new int[part.Stride * Down * part.Down];
        }

        Parts = parts;
    }

    /// <summary>Whether a scan has means in it: all have but those of a progressive picture's finer detail.</summary>
    public bool IsOfMeans(ReadOnlySpan<byte> scan)
    {
        if (Parts.Count == 0 || scan.Length < 6 || scan.Length != 4 + (2 * scan[0]))
        {
            throw new InvalidDataException("A JPEG scan that makes no sense.");
        }

        return !IsProgressive || scan[^3] == 0;
    }

    public JpegHuffman? CodesOf(int kind, int table) => _codes[(kind * 4) + (table & 3)];

    public Raster Shrunk(PreviewLimits limits)
    {
        if (Parts.Count == 0)
        {
            throw new InvalidDataException("A JPEG without a picture.");
        }

        var (wide, high) = (Over(_width, 8), Over(_height, 8));
        var small = new Shrinking(wide, high, limits);
        for (var y = 0; y < high; y++)
        {
            for (var x = 0; x < wide; x++)
            {
                var (first, second, third) = (Mean(0, x, y, wide, high), Mean(1, x, y, wide, high), Mean(2, x, y, wide, high));
                var (red, green, blue) = Parts.Count == 1 ? (first, first, first)
                    : IsPlain ? (first, second, third)
                    : (first + (1.402 * (third - 128)), first - (0.344136 * (second - 128)) - (0.714136 * (third - 128)), first + (1.772 * (second - 128)));
                small.Add(x, y, Clamped(red), Clamped(green), Clamped(blue));
            }
        }

        return small.Result();
    }

    private double Mean(int index, int x, int y, int wide, int high)
    {
        if (index >= Parts.Count)
        {
            return 128;
        }

        var part = Parts[index];
        var at = ((int)((long)y * part.High / high) * part.Stride) + (int)((long)x * part.Wide / wide);
        return 128 + (part.Means[at] * _steps[part.Table] / 8.0);
    }

    private static int Clamped(double colour) => (int)Math.Clamp(Math.Round(colour), 0, 255);

    private static int Over(int size, int by) => (size + by - 1) / by;
}
