using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Journal;

/// <summary>
/// The chain of one case's journal. An entry's hash covers a tag, the case, the sequence number, the hash before
/// and the entry's exact stored bytes; nothing that a store adds is in it.
/// </summary>
public static class Chain
{
    private static readonly byte[] Tag = Encoding.UTF8.GetBytes("zoneflow-journal/1");

    /// <summary>What stands before the first entry: 32 zero bytes.</summary>
    public static ReadOnlyMemory<byte> Start { get; } = new byte[SHA256.HashSizeInBytes];

    public static byte[] Hash(CaseId id, long sequence, ReadOnlySpan<byte> previous, ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Tag);
        Append(hash, Encoding.UTF8.GetBytes(id.Value));
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        hash.AppendData(number);
        Append(hash, previous);
        Append(hash, entry);
        return hash.GetHashAndReset();
    }

    /// <summary>The sequence number of the first entry that does not fit, or null where the chain holds from end to end.</summary>
    public static long? FirstBad(CaseId id, IEnumerable<StoredEntry> journal)
    {
        var (expected, previous) = (1L, Start);
        foreach (var entry in journal)
        {
            if (entry.Sequence != expected || !entry.Previous.Span.SequenceEqual(previous.Span)
                || !entry.Hash.Span.SequenceEqual(Hash(id, entry.Sequence, previous.Span, entry.Bytes.Span)))
            {
                return expected;
            }

            (expected, previous) = (expected + 1, entry.Hash);
        }

        return null;
    }

    // Lengths go in too, so that bytes cannot move from one part to the next under the same hash.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
