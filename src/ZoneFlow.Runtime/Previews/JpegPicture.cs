namespace ZoneFlow.Runtime.Previews;

/// <summary>
/// Decodes a JPEG to an eighth of its size: the mean of every block of 8 by 8, which is all that a thumbnail needs. Everything else in the
/// file is passed over, so it takes a fraction of the memory and of the code that a whole decoder would, and every index is checked.
/// </summary>
internal static class JpegPicture
{
    private const int Soi = 0xd8, Eoi = 0xd9, Sos = 0xda, Dqt = 0xdb, Dht = 0xc4, Dri = 0xdd, Baseline = 0xc0, Extended = 0xc1, Progressive = 0xc2, Adobe = 0xee;

    public static Raster Shrunk(Stream jpeg, PreviewLimits limits, CancellationToken cancellationToken)
    {
        var picture = new JpegFrame();
        using var bytes = new BufferedStream(jpeg, 64 << 10);
        bytes.Position = 2;
        var marker = Marker(bytes);
        while (marker != Eoi)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = new byte[Math.Max(0, Number(bytes) - 2)];
            bytes.ReadExactly(part);
            switch (marker)
            {
                case Dqt:
                    picture.Quantize(part);
                    break;
                case Dht:
                    picture.Codes(part);
                    break;
                case Dri when part.Length == 2:
                    picture.Interval = (part[0] << 8) | part[1];
                    break;
                case Adobe when part.Length >= 12 && part.AsSpan().StartsWith("Adobe"u8):
                    picture.IsPlain = part[11] == 0;
                    break;
                case Baseline or Extended or Progressive:
                    picture.Begin(part, marker == Progressive, limits);
                    break;
                case Sos:
                    if (picture.IsOfMeans(part))
                    {
                        new JpegScan(picture, part, new JpegBits(bytes)).Run(cancellationToken);
                    }

                    marker = After(bytes, cancellationToken);
                    continue;
                case > Progressive and <= 0xcf and not 0xc8 and not 0xcc:
                    throw new NoPreviewException(NoPreview.Kind);
            }

            marker = Marker(bytes);
        }

        return picture.Shrunk(limits);
    }

    private static int Marker(Stream bytes)
    {
        if (bytes.ReadByte() != 0xff)
        {
            throw new InvalidDataException("A JPEG without a marker where one stands.");
        }

        int marker;
        while ((marker = bytes.ReadByte()) == 0xff)
        {
            // Fill bytes.
        }

        return marker is > 0 and not Soi ? marker : throw new InvalidDataException("A JPEG without a marker where one stands.");
    }

    // Whatever is left of coded data, up to the next marker that is none of theirs.
    private static int After(Stream bytes, CancellationToken cancellationToken)
    {
        for (var (count, value) = (0, bytes.ReadByte()); value >= 0; value = bytes.ReadByte())
        {
            if ((++count & 0xffff) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            while (value == 0xff)
            {
                value = bytes.ReadByte();
                if (value is > 0 and not 0xff and not (>= 0xd0 and <= 0xd7))
                {
                    return value;
                }
            }
        }

        throw new InvalidDataException("A JPEG that is cut short.");
    }

    private static int Number(Stream bytes) => (bytes.ReadByte() << 8) | bytes.ReadByte();
}
