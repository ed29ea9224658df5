namespace ZoneFlow.Runtime.Documents;

/// <summary>The checksum of ZIP and PNG (ISO 3309, reversed polynomial EDB88320).</summary>
internal struct Crc32()
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(OfByte)];

    private uint state = uint.MaxValue;

    public readonly uint Value => ~state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = state;
        foreach (var next in bytes)
        {
            crc = Table[(byte)(crc ^ next)] ^ (crc >> 8);
        }

        state = crc;
    }

    private static uint OfByte(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }

        return crc;
    }
}
