using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Runtime.Tests.Documents;

/// <summary>The smallest files that real programs open, made here.</summary>
internal static class Samples
{
    public static byte[] Pdf() => TestKit.Papers.Pdf();

    public static byte[] Png(uint width = 1, uint height = 1)
    {
        using var row = new MemoryStream();
        using (var deflate = new ZLibStream(row, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write([0, 255, 255, 255]);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1a, 0x0a,
            .. Chunk("IHDR", header), .. Chunk("IDAT", row.ToArray()), .. Chunk("IEND", []),
        ];
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        var checksum = new Crc32();
        checksum.Append(chunk.AsSpan(4, 4 + data.Length));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), checksum.Value);
        return chunk;
    }

    /// <summary>One grey block of eight by eight, or as its header says.</summary>
    public static byte[] Jpeg(ushort width = 8, ushort height = 8) =>
    [
        0xff, 0xd8,
        .. Segment(0xe0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xdb, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xc0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xc4, [0x00, 1, .. new byte[15], 0]),
        .. Segment(0xc4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xda, [1, 1, 0, 0, 63, 0]),
        0x3f, 0xff, 0x00, 0xff, 0xd0, 0x3f,
        0xff, 0xd9,
    ];

    public static byte[] Segment(byte marker, byte[] data) =>
        [0xff, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];
}
