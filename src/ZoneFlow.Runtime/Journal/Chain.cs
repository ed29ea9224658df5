using System.Buffers;
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
        // In one piece: an incremental hash costs as much again as the hashing of a short entry.
        var length = (4 * sizeof(int)) + Tag.Length + Encoding.UTF8.GetByteCount(id.Value) + sizeof(long) + previous.Length + entry.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var rest = Append(buffer, Tag);
            var name = Encoding.UTF8.GetBytes(id.Value, rest[sizeof(int)..]);
            BinaryPrimitives.WriteInt32BigEndian(rest, name);
            rest = rest[(sizeof(int) + name)..];
            BinaryPrimitives.WriteInt64BigEndian(rest, sequence);
            Append(Append(rest[sizeof(long)..], previous), entry);
            return SHA256.HashData(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
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
    private static Span<byte> Append(Span<byte> to, ReadOnlySpan<byte> part)
    {
        BinaryPrimitives.WriteInt32BigEndian(to, part.Length);
        part.CopyTo(to[sizeof(int)..]);
        return to[(sizeof(int) + part.Length)..];
    }
}
