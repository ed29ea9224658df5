using System.Buffers.Binary;

namespace ZoneFlow.Runtime.Documents;

/// <summary>A PNG is its signature and a row of checked chunks: IHDR first, image data, IEND last, nothing after.</summary>
internal static class PngContent
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static UploadVerdict.Refused? Check(Stream content, UploadLimits limits)
    {
        var damaged = UploadRefusals.Content("PNG");
        var head = new byte[8];
        if (content.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8
            || !head.AsSpan().SequenceEqual(Signature))
        {
            return damaged;
        }

        var buffer = new byte[64 << 10];
        var hasImage = false;
        for (var first = true; ; first = false)
        {
            if (content.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8)
            {
                return damaged;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var isHeader = head.AsSpan(4).SequenceEqual("IHDR"u8);
            if (isHeader != first || (isHeader && length != 13) || length + 4 > content.Length - content.Position)
            {
                return damaged;
            }

            var checksum = new Crc32();
            checksum.Append(head.AsSpan(4));
            for (long left = length; left > 0;)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
                content.ReadExactly(part);
                checksum.Append(part);
                left -= part.Length;
            }

            if (isHeader && CheckHeader(buffer.AsSpan(0, 13), limits) is { } fault)
            {
                return fault;
            }

            content.ReadExactly(buffer.AsSpan(0, 4));
            if (BinaryPrimitives.ReadUInt32BigEndian(buffer) != checksum.Value)
            {
                return damaged;
            }

            hasImage |= head.AsSpan(4).SequenceEqual("IDAT"u8);
            if (head.AsSpan(4).SequenceEqual("IEND"u8))
            {
                return !hasImage || length != 0 ? damaged
                    : content.Position == content.Length ? null
                    : UploadRefusals.TrailingData;
            }
        }
    }

    private static UploadVerdict.Refused? CheckHeader(ReadOnlySpan<byte> header, UploadLimits limits)
    {
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        var depthFits = header[9] switch
        {
            0 => header[8] is 1 or 2 or 4 or 8 or 16,
            3 => header[8] is 1 or 2 or 4 or 8,
            2 or 4 or 6 => header[8] is 8 or 16,
            _ => false,
        };
        return width is 0 or > int.MaxValue || height is 0 or > int.MaxValue
                || !depthFits || header[10] != 0 || header[11] != 0 || header[12] > 1
            ? UploadRefusals.Content("PNG")
            : (long)width * height > limits.MaxPixels ? UploadRefusals.Pixels(limits)
            : null;
    }
}
