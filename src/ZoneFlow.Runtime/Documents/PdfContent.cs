using System.Buffers.Binary;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// A PDF begins with its header and ends with startxref, an offset and %%EOF. Viewers forgive data before and after;
/// a file that is a PDF to one program and something else to another lives on that, so here it must not be.
/// </summary>
internal static class PdfContent
{
    /// <summary>An end-of-archive record is 22 bytes and a comment of at most 65,535.</summary>
    private const int Tail = 22 + ushort.MaxValue;

    public static UploadVerdict.Refused? Check(Stream content)
    {
        var header = new byte[8];
        if (content.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
            || !header.AsSpan().StartsWith("%PDF-"u8)
            || header[5] is not ((byte)'1' or (byte)'2') || header[6] != '.' || !char.IsAsciiDigit((char)header[7]))
        {
            return UploadRefusals.Content("PDF");
        }

        var tail = new byte[Math.Min(Tail, content.Length)];
        content.Seek(-tail.Length, SeekOrigin.End);
        content.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0 || tail.AsSpan(0, end).LastIndexOf("startxref"u8) < 0)
        {
            return UploadRefusals.Content("PDF");
        }

        return tail.AsSpan(end + 5).ContainsAnyExcept("\r\n\t \0"u8) || EndsAsArchive(tail)
            ? UploadRefusals.TrailingData
            : null;
    }

    /// <summary>Whether an archive's end record closes exactly with the file, the PDF's end being its comment.</summary>
    private static bool EndsAsArchive(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.IndexOf("PK\u0005\u0006"u8); at >= 0;)
        {
            var rest = tail[at..];
            if (rest.Length >= 22 && 22 + BinaryPrimitives.ReadUInt16LittleEndian(rest[20..]) == rest.Length)
            {
                return true;
            }

            var next = rest[4..].IndexOf("PK\u0005\u0006"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return false;
    }
}
