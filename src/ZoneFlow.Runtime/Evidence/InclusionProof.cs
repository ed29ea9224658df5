using System.Collections.Immutable;

namespace ZoneFlow.Runtime.Evidence;

/// <summary>That a journal, or one entry of it, stands under a signed root; checked with nothing else at hand.</summary>
/// <param name="Path">Lower-case hex, the lowest first.</param>
/// <param name="Keys">The signing key and those before it.</param>
public sealed record InclusionProof(
    int Format, EvidenceLeaf Leaf, long Index, ImmutableArray<string> Path, DailyRoot Root, ImmutableArray<RootKey> Keys)
{
    /// <summary>Of a receipt: the hash before the entry, and the entry's exact bytes in base64. Null where a whole journal is proved.</summary>
    public string? PreviousHash { get; init; }

    /// <inheritdoc cref="PreviousHash"/>
    public string? Entry { get; init; }

    /// <summary>What is wrong with it; null where it holds.</summary>
    /// <param name="key">A key known from elsewhere, by its id; null trusts whatever key it brings.</param>
    /// <param name="root">A root known from elsewhere: from a mail, a letter, a notice.</param>
    public string? Fault(string? key, string? root)
    {
        if (Format != 1 || !Path.All(IsHash) || !IsHash(Leaf.Hash) || !IsHash(Root.Tree))
        {
            return "证明无法读取。 The proof cannot be read.";
        }

        if (Entry is { } entry && PreviousHash is { } previous
            && (!IsHash(previous) || Convert.ToHexStringLower(Journal.Chain.Hash(Leaf.Case, Leaf.Number, Convert.FromHexString(previous), Bytes(entry))) != Leaf.Hash))
        {
            return "日志内容与其摘要不符。 The entry does not give its hash.";
        }

        if (MerkleTree.Climb(Leaf.Hashed(), Index, Root.Leaves, [.. Path.Select(Convert.FromHexString)]) is not { } top || Convert.ToHexStringLower(top) != Root.Tree)
        {
            return "不在该存证根之下。 It does not stand under that root.";
        }

        if (Keys.FirstOrDefault(k => k.Id == Root.Key) is not { } signer || !signer.Signed(Root.Statement(), Root.Signature))
        {
            return "存证根的签名无效。 The root's signature does not hold.";
        }

        if (key is not null && !LeadsFrom(key, signer))
        {
            return $"存证根由另一把密钥签署（{signer.Id}）。 The root is signed by another key than the one given.";
        }

        return root is not null && root != Root.Tree ? "存证根与所给的不同。 The root is another than the one given." : null;
    }

    // From a key that is known, each further one is signed by the one before.
    private bool LeadsFrom(string known, RootKey signer)
    {
        for (var (at, steps) = (signer, 0); steps <= Keys.Length; steps++)
        {
            if (at.Id == known)
            {
                return true;
            }

            if (Keys.FirstOrDefault(k => k.Id == at.SignedBy) is not { } before || !before.Signed(at.Statement(), at.Signature))
            {
                return false;
            }

            at = before;
        }

        return false;
    }

    private static byte[] Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : [];
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
