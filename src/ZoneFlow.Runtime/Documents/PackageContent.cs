using static ZoneFlow.Runtime.Documents.UploadVerdict;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// DOCX, XLSX and OFD: a ZIP with required parts. First the directory is judged, then the layout, then every part is
/// unpacked into nothing and held to the length it claimed, because what a ZIP says of itself can be a lie.
/// </summary>
internal static class PackageContent
{
    /// <summary>The signature and, at the most, eight-byte sizes behind a part's data.</summary>
    private const int LongestDescriptor = 24;

    private const long RatioFloor = 1 << 20;

    public static Refused? Check(Stream content, PackageKind kind, UploadLimits limits)
    {
        var (entries, refusal) = ZipDirectory.Read(content, kind.Name, limits);
        return entries is null
            ? refusal
            : CheckNames(entries, kind)
                ?? CheckClaims(entries, limits)
                ?? CheckLayout(content, entries, kind)
                ?? CheckParts(content, entries, kind);
    }

    private static Refused? CheckNames(IReadOnlyList<ZipEntry> entries, PackageKind kind)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (entry.LeadsOutside)
            {
                return UploadRefusals.UnsafePath;
            }

            // Two parts of one name are two documents, one for each way to read it.
            if (!names.Add(entry.Name))
            {
                return UploadRefusals.Content(kind.Name);
            }

            if (Path.GetFileName(entry.Name).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase))
            {
                return UploadRefusals.Macros;
            }
        }

        return names.Contains(kind.MainPart)
                && (kind.MainContentType is null || names.Contains(PackageKind.ContentTypes))
            ? null
            : UploadRefusals.Content(kind.Name);
    }

    private static Refused? CheckClaims(IReadOnlyList<ZipEntry> entries, UploadLimits limits) =>
        entries.Any(entry => entry.IsEncrypted) ? UploadRefusals.Encrypted
        : entries.Sum(entry => (long)entry.UnpackedLength) > limits.MaxUnpackedBytes ? UploadRefusals.Unpacked(limits)
        : entries.Any(entry => IsBeyondRatio(entry, entry.UnpackedLength, limits)) ? UploadRefusals.Ratio
        : null;

    private static bool IsBeyondRatio(ZipEntry entry, long unpacked, UploadLimits limits) =>
        unpacked > RatioFloor && unpacked / limits.MaxRatio > entry.PackedLength;

    /// <summary>The parts fill the file from its first byte to the directory, one behind the other.</summary>
    private static Refused? CheckLayout(Stream content, IReadOnlyList<ZipEntry> entries, PackageKind kind)
    {
        var reached = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.Offset))
        {
            if (ZipPart.DataStart(content, entry) is not { } start)
            {
                return UploadRefusals.Content(kind.Name);
            }

            if (entry.Offset < reached || entry.Offset > reached + (reached == 0 ? 0 : LongestDescriptor))
            {
                return UploadRefusals.TrailingData;
            }

            reached = start + entry.PackedLength;
        }

        var directory = ZipDirectory.Start(content);
        return reached > directory || directory > reached + LongestDescriptor ? UploadRefusals.TrailingData : null;
    }

    private static Refused? CheckParts(Stream content, IReadOnlyList<ZipEntry> entries, PackageKind kind)
    {
        var buffer = new byte[64 << 10];
        foreach (var entry in entries)
        {
            var start = ZipPart.DataStart(content, entry)!.Value;
            if ((Unpack(content, entry, start, kind, buffer) ?? PackageXml.Check(content, entry, start, kind)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static Refused? Unpack(Stream content, ZipEntry entry, long start, PackageKind kind, byte[] buffer)
    {
        var damaged = UploadRefusals.Content(kind.Name);
        if (entry.Method is not (ZipEntry.Stored or ZipEntry.Deflated))
        {
            return damaged;
        }

        try
        {
            using var part = ZipPart.Open(content, entry, start);
            var (checksum, length) = (new Crc32(), 0L);
            for (int count; (count = part.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
            {
                if (length == 0 && ArchiveSignature.Begins(buffer.AsSpan(0, count), entry.Name) && !kind.Embeds(entry.Name))
                {
                    return UploadRefusals.NestedArchive;
                }

                // The claims together are within the limits, so whoever keeps to the claim keeps within them.
                if ((length += count) > entry.UnpackedLength)
                {
                    return damaged;
                }

                checksum.Append(buffer.AsSpan(0, count));
            }

            return length == entry.UnpackedLength && checksum.Value == entry.Checksum ? null : damaged;
        }
        catch (InvalidDataException)
        {
            return damaged;
        }
    }
}
