using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Evidence;

/// <summary>
/// What a daily root covers: of every case how long its journal is and the hash it ends with; and each entry written since the root
/// before, so that a receipt can prove one act and show nothing of what came after it.
/// </summary>
/// <param name="IsHead">The end of a journal, or one entry of it.</param>
/// <param name="Number">The journal's length, or the entry's sequence number: which is the same of a journal that ends there.</param>
/// <param name="Hash">The entry's hash in its chain, lower-case hex.</param>
public sealed record EvidenceLeaf(bool IsHead, CaseId Case, long Number, string Hash)
{
    private static readonly byte[] Tag = Encoding.UTF8.GetBytes("zoneflow-leaf/1");

    /// <summary>Its place in the tree, by what stands in it.</summary>
    public byte[] Hashed()
    {
        var (kind, id) = (IsHead ? "head" : "entry", Encoding.UTF8.GetBytes(Case.Value));
        var bytes = new List<byte>(Tag.Length + id.Length + 64);
        Append(bytes, Tag);
        Append(bytes, Encoding.UTF8.GetBytes(kind));
        Append(bytes, id);
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, Number);
        bytes.AddRange(number);
        Append(bytes, Convert.FromHexString(Hash));
        return MerkleTree.Leaf([.. bytes]);
    }

    /// <summary>One line of the list that is kept beside a root.</summary>
    public string Line() => string.Create(CultureInfo.InvariantCulture, $"{(IsHead ? 'H' : 'E')} {Uri.EscapeDataString(Case.Value)} {Number} {Hash}");

    public static EvidenceLeaf Parse(string line) => line.Split(' ') is [var kind and ("H" or "E"), var id, var number, var hash]
        ? new EvidenceLeaf(kind == "H", new CaseId(Uri.UnescapeDataString(id)), long.Parse(number, CultureInfo.InvariantCulture), hash)
        : throw new FormatException("A line of a root's list is damaged.");

    // A part goes in behind its length, as in the chain.
    private static void Append(List<byte> bytes, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        bytes.AddRange(length);
        bytes.AddRange(part);
    }
}
