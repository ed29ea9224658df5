using System.Buffers.Binary;

namespace ZoneFlow.Server.Sqlite.Packing;

/// <summary>
/// What the texts of one store have in common. A packed text says only which parts of it stand where, and what is its
/// own. Once a text has been packed with it, it is kept as long as the store.
/// </summary>
internal sealed class PackDictionary
{
    /// <summary>Distances of two bytes reach over it and over a text of the same length.</summary>
    public const int MostBytes = 32_000;

    private const int HashBits = 14;
    private const int MostLooks = 12;
    private readonly byte[] _bytes;

    // Places by the hash of the four bytes there, the last first; one more than the place, so that 0 is none.
    private readonly ushort[] _heads = new ushort[1 << HashBits];
    private readonly ushort[] _before;

    public PackDictionary(long id, byte[] bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, MostBytes);
        (Id, _bytes, _before) = (id, bytes, new ushort[bytes.Length]);
        for (var at = 0; at + sizeof(uint) <= bytes.Length; at++)
        {
            var hash = Hash(bytes.AsSpan(at));
            (_before[at], _heads[hash]) = (_heads[hash], (ushort)(at + 1));
        }
    }

    public long Id { get; }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The longest part that a text begins with, and where it stands; length 0 where there is none of four bytes.</summary>
    public (int At, int Length) Longest(ReadOnlySpan<byte> text)
    {
        var (best, length) = (0, 0);
        if (text.Length < sizeof(uint))
        {
            return (best, length);
        }

        for (var (next, looks) = ((int)_heads[Hash(text)], 0); next > 0 && looks < MostLooks; next = _before[next - 1], looks++)
        {
            var here = _bytes.AsSpan(next - 1);
            if (length > 0 && (length >= here.Length || length >= text.Length || here[length] != text[length]))
            {
                continue;
            }

            var common = text.CommonPrefixLength(here);
            if (common > length)
            {
                (best, length) = (next - 1, common);
            }
        }

        return length < sizeof(uint) ? (0, 0) : (best, length);
    }

    private static int Hash(ReadOnlySpan<byte> text) => (int)((BinaryPrimitives.ReadUInt32LittleEndian(text) * 2_654_435_761u) >> (32 - HashBits));
}
