using System.Buffers.Binary;
using System.IO.Compression;

namespace ZoneFlow.Runtime.Documents;

/// <summary>Finds and unpacks one part's bytes where they really lie.</summary>
internal static class ZipPart
{
    private const int HeaderLength = 30;

    /// <summary>Where the part's packed bytes begin; null when its own header is none or belies the directory.</summary>
    public static long? DataStart(Stream content, ZipEntry entry)
    {
        if (entry.Offset + (long)HeaderLength > content.Length)
        {
            return null;
        }

        var header = new byte[HeaderLength];
        content.Position = entry.Offset;
        content.ReadExactly(header);
        ushort Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));
        uint Long(int at) => BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(at));

        // Some writers announce 64-bit sizes here and then need none.
        bool Agrees(int at, uint claimed) => Long(at) == claimed || Long(at) == uint.MaxValue || (entry.HasDescriptor && Long(at) == 0);
        return Long(0) == 0x04034b50 && Short(6) == entry.Flags && Short(8) == entry.Method
                && Agrees(18, entry.PackedLength) && Agrees(22, entry.UnpackedLength)
            ? entry.Offset + HeaderLength + Short(26) + Short(28)
            : null;
    }

    /// <summary>The part's unpacked bytes, as many as there really are; the caller stops when it has seen enough.</summary>
    public static Stream Open(Stream content, ZipEntry entry, long dataStart)
    {
        var packed = new StreamRange(content, dataStart, entry.PackedLength);
        return entry.Method == ZipEntry.Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }
}
