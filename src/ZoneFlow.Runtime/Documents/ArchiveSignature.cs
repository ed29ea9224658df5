namespace ZoneFlow.Runtime.Documents;

/// <summary>How archives begin. Office keeps drawings in gzip under names of their own; those are no archives.</summary>
internal static class ArchiveSignature
{
    public static bool Begins(ReadOnlySpan<byte> content, string name) =>
        content.StartsWith("PK\u0003\u0004"u8)
        || content.StartsWith("PK\u0005\u0006"u8)
        || content.StartsWith("Rar!\u001a\u0007"u8)
        || content.StartsWith("MSCF\0\0"u8)
        || content.StartsWith("BZh"u8)
        || content.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xbc, 0xaf])
        || content.StartsWith((ReadOnlySpan<byte>)[0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'])
        || (content.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b])
            && Path.GetExtension(name).ToLowerInvariant() is not (".emz" or ".wmz"));
}
