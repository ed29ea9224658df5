using System.Buffers.Binary;
using System.IO.Compression;

namespace ZoneFlow.Runtime.Previews;

/// <summary>
/// Decodes a PNG row by row. Every index is checked by the runtime and no row is longer than the limits allow, so a hostile file can at
/// most fail. Interlaced ones, which nobody scans, are not decoded.
/// </summary>
internal static class PngPicture
{
    private const int Grey = 0, Colour = 2, Palette = 3, GreyAlpha = 4;

    public static Raster Shrunk(Stream png, PreviewLimits limits, CancellationToken cancellationToken)
    {
        png.Position = 8;
        var head = new byte[8];
        var header = new byte[13];
        var (palette, alpha) = (Array.Empty<byte>(), Array.Empty<byte>());
        while (true)
        {
            png.ReadExactly(head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            switch (System.Text.Encoding.ASCII.GetString(head, 4, 4))
            {
                case "IHDR" when length == 13:
                    png.ReadExactly(header);
                    break;
                case "PLTE" when length <= 768:
                    png.ReadExactly(palette = new byte[length]);
                    break;
                case "tRNS" when length <= 256:
                    png.ReadExactly(alpha = new byte[length]);
                    break;
                case "IDAT":
                    return Rows(new PngData(png, length), header, palette, alpha, limits, cancellationToken);
                case "IEND":
                    throw new InvalidDataException("A PNG without image data.");
                case var _ when length > png.Length - png.Position:
                    throw new InvalidDataException("A PNG chunk beyond the file's end.");
                default:
                    png.Seek(length, SeekOrigin.Current);
                    break;
            }

            png.Seek(4, SeekOrigin.Current);
        }
    }

    private static Raster Rows(Stream data, byte[] header, byte[] palette, byte[] alpha, PreviewLimits limits, CancellationToken cancellationToken)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        var (depth, kind, channels) = (header[8], header[9], Channels(header[9]));
        PictureSize.Check(width, height, limits);
        if (header[12] != 0)
        {
            throw new NoPreviewException(NoPreview.Interlaced);
        }

        if (depth is not (1 or 2 or 4 or 8 or 16) || (depth < 8 && kind is not (Grey or Palette)))
        {
            throw new InvalidDataException($"A PNG of depth {depth}, kind {kind}.");
        }

        var (stride, step) = (((width * channels * depth) + 7) / 8, Math.Max(1, channels * depth / 8));
        var (row, above) = (new byte[stride], new byte[stride]);
        var small = new Shrinking(width, height, limits);
        using var pixels = new ZLibStream(data, CompressionMode.Decompress);
        for (var y = 0; y < height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var filter = pixels.ReadByte();
            pixels.ReadExactly(row);
            Unfilter(filter, row, above, step);
            for (var x = 0; x < width; x++)
            {
                Add(small, row, x, y, depth, kind, channels, palette, alpha);
            }

            (row, above) = (above, row);
        }

        return small.Result();
    }

    private static void Add(Shrinking small, byte[] row, int x, int y, int depth, int kind, int channels, byte[] palette, byte[] alpha)
    {
        int Sample(int channel) => depth switch
        {
            8 => row[(x * channels) + channel],
            16 => row[2 * ((x * channels) + channel)],
            _ => (row[x * depth / 8] >> (8 - depth - (x * depth % 8))) & ((1 << depth) - 1),
        };

        var first = Sample(0);
        var (red, green, blue, seen) = kind switch
        {
            Palette when (3 * first) + 2 >= palette.Length => throw new InvalidDataException($"A PNG with colour {first} of {palette.Length / 3}."),
            Palette => (palette[3 * first], palette[(3 * first) + 1], palette[(3 * first) + 2], first < alpha.Length ? alpha[first] : 255),
            Grey => (first * 255 / ((1 << Math.Min(depth, 8)) - 1), first * 255 / ((1 << Math.Min(depth, 8)) - 1), first * 255 / ((1 << Math.Min(depth, 8)) - 1), 255),
            GreyAlpha => (first, first, first, Sample(1)),
            Colour => (first, Sample(1), Sample(2), 255),
            _ => (first, Sample(1), Sample(2), Sample(3)),
        };

        // On white paper.
        int On(int colour) => ((colour * seen) + (255 * (255 - seen))) / 255;
        small.Add(x, y, On(red), On(green), On(blue));
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
            row[i] += filter switch
            {
                0 => 0,
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                4 => (byte)Paeth(left, up, corner),
                _ => throw new InvalidDataException($"A PNG row with filter {filter}."),
            };
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static int Channels(int kind) => kind switch
    {
        Grey or Palette => 1,
        GreyAlpha => 2,
        Colour => 3,
        6 => 4,
        _ => throw new InvalidDataException($"A PNG of kind {kind}."),
    };
}
