using System.Buffers.Binary;

namespace ZoneFlow.Server.Sqlite.Packing;

/// <summary>Finds what several texts have in common: the bytes of a dictionary for more like them.</summary>
internal static class CommonParts
{
    private const int Gram = sizeof(ulong);
    private const int Bits = 18;
    private const int InSoManyTexts = 3;
    private const int LeastPart = 12;

    /// <summary>Each part that stands in at least three of the texts, once.</summary>
    public static byte[] Of(IReadOnlyList<byte[]> texts)
    {
        var counts = Counts(texts);
        var taken = new bool[1 << Bits];
        var parts = new MemoryStream();
        foreach (var text in texts)
        {
            var from = -1;
            for (var at = 0; at + Gram <= text.Length; at++)
            {
                var hash = Hash(text, at);
                if (counts[hash] >= InSoManyTexts && !taken[hash])
                {
                    from = from < 0 ? at : from;
                    continue;
                }

                Take(text, ref from, at - 1 + Gram, taken, parts);
            }

            Take(text, ref from, text.Length, taken, parts);
        }

        return parts.ToArray();
    }

    private static void Take(byte[] text, ref int from, int end, bool[] taken, MemoryStream parts)
    {
        if (from >= 0 && end - from >= LeastPart && parts.Length + (end - from) <= PackDictionary.MostBytes)
        {
            parts.Write(text, from, end - from);
            for (var at = from; at + Gram <= end; at++)
            {
                taken[Hash(text, at)] = true;
            }
        }

        from = -1;
    }

    private static byte[] Counts(IReadOnlyList<byte[]> texts)
    {
        var counts = new byte[1 << Bits];
        var last = new int[1 << Bits];
        for (var n = 0; n < texts.Count; n++)
        {
            for (var at = 0; at + Gram <= texts[n].Length; at++)
            {
                var hash = Hash(texts[n], at);
                if (last[hash] != n + 1 && counts[hash] < InSoManyTexts)
                {
                    (last[hash], counts[hash]) = (n + 1, (byte)(counts[hash] + 1));
                }
            }
        }

        return counts;
    }

    private static int Hash(byte[] text, int at) => (int)((BinaryPrimitives.ReadUInt64LittleEndian(text.AsSpan(at)) * 0x9E37_79B9_7F4A_7C15UL) >> (64 - Bits));
}
