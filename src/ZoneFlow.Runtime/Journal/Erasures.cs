using System.Globalization;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Journal;

/// <summary>
/// Deletes personal texts where the law asks for it (个人信息保护法 第四十七条). They stand beside the journal under their digests,
/// so its chain and its signed roots hold as before; what is deleted can be shown by nobody any more.
/// </summary>
public sealed class Erasures(ICaseStore store, TimeProvider time)
{
    /// <summary>The texts of a case that hold some words: what would be deleted.</summary>
    public async Task<IReadOnlyList<ConfidedText>> FindAsync(CaseId id, string words, CancellationToken cancellationToken) =>
    [
        .. (await store.ConfidedAsync(id, cancellationToken)).Values.Where(t => t.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
            .OrderBy(t => t.Kind, StringComparer.Ordinal).ThenBy(t => t.Digest, StringComparer.Ordinal),
    ];

    /// <summary>Writes down what is deleted and why, and deletes it; asked for again after a failure it deletes what is left.</summary>
    /// <returns>What was deleted now; null where none of the texts is there.</returns>
    public async Task<Erasure?> CarryOutAsync(CaseId id, IReadOnlyCollection<string> digests, string ground, Actor by, CancellationToken cancellationToken)
    {
        var there = (await store.ConfidedAsync(id, cancellationToken)).Values.Where(t => digests.Contains(t.Digest)).ToList();
        if (there.Count == 0)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var erasure = new Erasure(id, [.. there.Select(t => t.Digest)], [.. there.Select(t => t.Kind)], ground, by.Person!.Value, by.Party!.Value, now);
        var key = $"{id}|{now.ToString("O", CultureInfo.InvariantCulture)}";
        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Erasure, key, JsonSerializer.Serialize(erasure, CaseJson.Stored.Erasure), null), cancellationToken);
        await store.ForgetAsync(id, erasure.Digests, cancellationToken);
        return erasure;
    }

    /// <summary>What has been deleted, the latest first.</summary>
    public async Task<IReadOnlyList<Erasure>> AllAsync(CancellationToken cancellationToken) =>
    [
        .. (await store.RecordsAsync(RecordKinds.Erasure, "", int.MaxValue, cancellationToken))
            .Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.Erasure)!).OrderByDescending(e => e.At),
    ];
}
