using System.Text.Json;
using ZoneFlow.Runtime.Evidence;

namespace ZoneFlow.Web.Archiving;

/// <summary>A proof as somebody took it away, checked by itself.</summary>
public static class ProofFile
{
    /// <returns>What it proves, or what is wrong with it.</returns>
    public static async Task<(string? Proves, string? Fault)> ReadAsync(Stream file, string? key, string? root, CancellationToken cancellationToken)
    {
        file.Position = 0;
        InclusionProof? proof;
        try
        {
            proof = await JsonSerializer.DeserializeAsync(file, EvidenceJson.Default.InclusionProof, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or NotSupportedException)
        {
            return (null, $"存证无法读取。 The proof cannot be read: {unreadable.Message}");
        }

        var fault = proof is null ? "存证是空的。 The proof is empty." : proof.Fault(key, root);
        return fault is null
            ? ($"{proof!.Leaf.Case} {proof.Leaf.Number} {proof.Leaf.Hash}: root {proof.Root.Printed()}, key {proof.Root.Key}", null)
            : (null, fault);
    }
}
