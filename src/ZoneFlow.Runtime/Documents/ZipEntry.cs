namespace ZoneFlow.Runtime.Documents;

/// <summary>One row of a ZIP's central directory, as it claims to be.</summary>
internal sealed record ZipEntry(
    string Name, int Flags, int Method, uint Checksum, uint PackedLength, uint UnpackedLength, uint Offset)
{
    public const int Stored = 0, Deflated = 8;

    public bool IsFolder => Name.EndsWith('/');

    public bool IsEncrypted => (Flags & 0x2041) != 0;

    /// <summary>Its sizes follow its data instead of standing before it.</summary>
    public bool HasDescriptor => (Flags & 8) != 0;

    /// <summary>Whether unpacking it by name would write outside the folder unpacked into.</summary>
    public bool LeadsOutside => Name.Length == 0 || Name[0] == '/' || Name.Contains(':', StringComparison.Ordinal)
        || Name.Contains('\0', StringComparison.Ordinal) || Name.Split('/').Contains("..");
}
