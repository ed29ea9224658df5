namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// A JPEG runs from SOI to EOI: segments with their lengths, one frame header, scans. Phones put further whole
/// pictures behind the first (a gain map, a preview); anything else behind it is refused.
/// </summary>
internal static class JpegContent
{
    private const int MostPictures = 16;
    private const int Soi = 0xd8, Eoi = 0xd9, Sos = 0xda;

    public static UploadVerdict.Refused? Check(Stream content, UploadLimits limits)
    {
        var bytes = new BufferedStream(content, 64 << 10);
        for (var picture = 0; picture < MostPictures; picture++)
        {
            if (CheckPicture(bytes, limits) is { } fault)
            {
                return picture == 0 || fault.Code == "pixels" ? fault : UploadRefusals.TrailingData;
            }

            int next;
            while ((next = bytes.ReadByte()) == 0)
            {
                // Padding between pictures and at the end.
            }

            if (next < 0)
            {
                return null;
            }

            bytes.Seek(-1, SeekOrigin.Current);
        }

        return UploadRefusals.TrailingData;
    }

    private static UploadVerdict.Refused? CheckPicture(Stream bytes, UploadLimits limits)
    {
        var damaged = UploadRefusals.Content("JPEG");
        if (bytes.ReadByte() != 0xff || bytes.ReadByte() != Soi)
        {
            return damaged;
        }

        var (hasFrame, hasScan) = (false, false);
        var marker = NextMarker(bytes);
        while (marker != Eoi)
        {
            // A restart marker, TEM or a second SOI outside a scan, and the end of the file, have no place here.
            if (marker is < 0xc0 or (>= 0xd0 and <= Soi))
            {
                return damaged;
            }

            var length = Number(bytes) - 2;
            if (length < 0 || length > bytes.Length - bytes.Position)
            {
                return damaged;
            }

            var next = bytes.Position + length;
            if (IsFrame(marker))
            {
                if (hasFrame)
                {
                    return damaged;
                }

                if (CheckFrame(bytes, length, limits) is { } fault)
                {
                    return fault;
                }

                hasFrame = true;
            }

            bytes.Position = next;
            hasScan |= marker == Sos;
            marker = marker == Sos ? EndOfScan(bytes) : NextMarker(bytes);
        }

        return hasFrame && hasScan ? null : damaged;
    }

    private static UploadVerdict.Refused? CheckFrame(Stream bytes, int length, UploadLimits limits)
    {
        var precision = bytes.ReadByte();
        long height = Number(bytes), width = Number(bytes);
        var components = bytes.ReadByte();
        return precision is not (8 or 12 or 16) || height <= 0 || width <= 0
                || components is not (1 or 3 or 4) || length != 6 + (3 * components)
            ? UploadRefusals.Content("JPEG")
            : width * height > limits.MaxPixels ? UploadRefusals.Pixels(limits)
            : null;
    }

    private static bool IsFrame(int marker) => marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc);

    /// <summary>The marker that must stand here, any number of fill bytes before it; -1 when none does.</summary>
    private static int NextMarker(Stream bytes)
    {
        if (bytes.ReadByte() != 0xff)
        {
            return -1;
        }

        int marker;
        while ((marker = bytes.ReadByte()) == 0xff)
        {
            // Fill bytes.
        }

        return marker == 0 ? -1 : marker;
    }

    /// <summary>Passes over coded data, in which FF 00 is a plain FF and restart markers may stand.</summary>
    private static int EndOfScan(Stream bytes)
    {
        for (int value; (value = bytes.ReadByte()) >= 0;)
        {
            while (value == 0xff)
            {
                value = bytes.ReadByte();
                if (value is > 0 and not 0xff and not (>= 0xd0 and <= 0xd7))
                {
                    return value;
                }
            }
        }

        return -1;
    }

    private static int Number(Stream bytes) => (bytes.ReadByte() << 8) | bytes.ReadByte();
}
