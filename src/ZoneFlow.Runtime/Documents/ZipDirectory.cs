using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// Reads a ZIP's central directory as bytes. System.IO.Compression would hold every row of a directory of a million
/// and stop unpacking at the length a header claims; here the rows are counted while they are read and nothing is believed.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22, RowLength = 46, Zip64EndLength = 76, LongestName = 512;

    /// <summary>The rows in file order, or why there are none; exactly one of the two.</summary>
    public static (IReadOnlyList<ZipEntry>? Entries, UploadVerdict.Refused? Refusal) Read(
        Stream content, string kind, UploadLimits limits)
    {
        var damaged = (default(IReadOnlyList<ZipEntry>), UploadRefusals.Content(kind));
        if (!TryFindEnd(content, out var end, out var endPosition))
        {
            return damaged;
        }

        var (disk, count) = (BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(4)), BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10)));
        long length = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        long start = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        if (disk != 0)
        {
            return damaged;
        }

        // The claim may be low, so the rows are counted again below; a high one saves the reading.
        if (count > limits.MaxEntries)
        {
            return (null, UploadRefusals.Entries(limits));
        }

        var gap = endPosition - (start + length);
        if (gap is not (0 or Zip64EndLength))
        {
            return (null, UploadRefusals.TrailingData);
        }

        var entries = new List<ZipEntry>(count);
        content.Position = start;
        while (content.Position < start + length)
        {
            if (entries.Count == limits.MaxEntries)
            {
                return (null, UploadRefusals.Entries(limits));
            }

            if (!TryReadRow(content, start + length, out var entry))
            {
                return damaged;
            }

            entries.Add(entry);
        }

        return entries.Count == count && content.Position == start + length ? (entries, null) : damaged;
    }

    /// <summary>Where the directory begins: no part's data may reach past it.</summary>
    public static long Start(Stream content) => TryFindEnd(content, out var end, out _)
        ? BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16))
        : throw new InvalidDataException("A directory that was read has no end.");

    /// <summary>The end record whose comment closes exactly with the file; data after it makes it no end.</summary>
    private static bool TryFindEnd(Stream content, [NotNullWhen(true)] out byte[]? end, out long position)
    {
        var tail = new byte[Math.Min(EndLength + ushort.MaxValue, content.Length)];
        content.Seek(-tail.Length, SeekOrigin.End);
        content.ReadExactly(tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) == 0x06054b50
                && BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == record.Length - EndLength)
            {
                (end, position) = (record[..EndLength].ToArray(), content.Length - tail.Length + at);
                return true;
            }
        }

        (end, position) = (null, 0);
        return false;
    }

    private static bool TryReadRow(Stream content, long limit, [NotNullWhen(true)] out ZipEntry? entry)
    {
        entry = null;
        var row = new byte[RowLength];
        if (limit - content.Position < RowLength)
        {
            return false;
        }

        content.ReadExactly(row);
        ushort Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(row.AsSpan(at));
        uint Long(int at) => BinaryPrimitives.ReadUInt32LittleEndian(row.AsSpan(at));
        var (name, rest) = (Short(28), Short(30) + Short(32));
        if (Long(0) != 0x02014b50 || name > LongestName || limit - content.Position < name + rest)
        {
            return false;
        }

        var bytes = new byte[name];
        content.ReadExactly(bytes);
        content.Seek(rest, SeekOrigin.Current);
        // Backslashes are folders to Windows, and to the programs that wrote them.
        entry = new(Encoding.UTF8.GetString(bytes).Replace('\\', '/'), Short(8), Short(10), Long(16), Long(20), Long(24), Long(42));
        return true;
    }
}
