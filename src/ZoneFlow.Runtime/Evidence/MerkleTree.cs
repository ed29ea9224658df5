using System.Collections.Immutable;
using System.Security.Cryptography;

namespace ZoneFlow.Runtime.Evidence;

/// <summary>
/// A hash tree as RFC 9162 builds it (2.1): leaves and nodes are told apart by a byte before them, and a tree that is not full
/// splits at the largest power of two below its size.
/// </summary>
public static class MerkleTree
{
    public static byte[] Leaf(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    /// <summary>The root over leaves that have been hashed; that of none is the hash of nothing.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves.Length switch
    {
        0 => SHA256.HashData([]),
        1 => leaves[0],
        var n => Node(Root(leaves[..Split(n)]), Root(leaves[Split(n)..])),
    };

    /// <summary>What stands beside a leaf on the way up, the lowest first.</summary>
    public static ImmutableArray<byte[]> Path(ReadOnlySpan<byte[]> leaves, int index)
    {
        if (leaves.Length <= 1)
        {
            return [];
        }

        var split = Split(leaves.Length);
        return index < split
            ? Path(leaves[..split], index).Add(Root(leaves[split..]))
            : Path(leaves[split..], index - split).Add(Root(leaves[..split]));
    }

    /// <summary>The root that a leaf and its path lead to; null where the path is not one of that place in a tree of that size.</summary>
    public static byte[]? Climb(byte[] leaf, long index, long count, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= count)
        {
            return null;
        }

        var (at, last, hash) = (index, count - 1, leaf);
        foreach (var beside in path)
        {
            if (last == 0)
            {
                return null;
            }

            if ((at & 1) == 1 || at == last)
            {
                hash = Node(beside, hash);
                while ((at & 1) == 0 && at != 0)
                {
                    (at, last) = (at >> 1, last >> 1);
                }
            }
            else
            {
                hash = Node(hash, beside);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 ? hash : null;
    }

    private static byte[] Node(byte[] left, byte[] right)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([1]);
        hash.AppendData(left);
        hash.AppendData(right);
        return hash.GetHashAndReset();
    }

    private static int Split(int count)
    {
        var split = 1;
        while (split < count - split)
        {
            split <<= 1;
        }

        return split;
    }
}
