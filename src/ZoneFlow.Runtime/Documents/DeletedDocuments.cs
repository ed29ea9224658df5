using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Documents;

/// <summary>Which documents a case gives out no more. Whatever serves, lists, exports or backs up a document of a case asks here.</summary>
public static class DeletedDocuments
{
    private static readonly ImmutableDictionary<ContentHash, DocumentDeletion> None = ImmutableDictionary<ContentHash, DocumentDeletion>.Empty;

    /// <summary>Those of a case, by hash; without any whose bytes were filed in it again afterwards.</summary>
    public static async Task<IReadOnlyDictionary<ContentHash, DocumentDeletion>> OfCaseAsync(ICaseStore store, CaseId id, CancellationToken cancellationToken)
    {
        var written = Latest(await WrittenAsync(store, id, cancellationToken));
        if (written.Count == 0)
        {
            return None;
        }

        var since = written.Values.Min(d => d.Through);
        return Standing(written, (await store.JournalAsync(id, since, int.MaxValue, cancellationToken)).Select(e => (e.Sequence, e.Bytes)));
    }

    /// <summary>One of a case, or null where it is given out as ever.</summary>
    public static async Task<DocumentDeletion?> FindAsync(ICaseStore store, CaseId id, ContentHash hash, CancellationToken cancellationToken) =>
        (await OfCaseAsync(store, id, cancellationToken)).GetValueOrDefault(hash);

    /// <summary>Every deletion that was written down, the latest first.</summary>
    public static async Task<IReadOnlyList<DocumentDeletion>> AllAsync(ICaseStore store, CancellationToken cancellationToken) =>
        [.. (await store.RecordsAsync(RecordKinds.Deletion, "", int.MaxValue, cancellationToken)).Select(Read).OrderByDescending(d => d.At)];

    public static async Task<IReadOnlyList<DocumentDeletion>> WrittenAsync(ICaseStore store, CaseId id, CancellationToken cancellationToken) =>
        [.. (await store.RecordsAsync(RecordKinds.Deletion, $"{id}|", int.MaxValue, cancellationToken)).Select(Read)];

    /// <summary>What a journal names that its case still gives out.</summary>
    /// <param name="written">The deletions of the case.</param>
    public static IEnumerable<ContentHash> StillNamed(IEnumerable<DocumentDeletion> written, IEnumerable<(long Sequence, ReadOnlyMemory<byte> Bytes)> journal)
    {
        var through = Latest(written);
        foreach (var (sequence, bytes) in journal)
        {
            var named = new HashSet<ContentHash>();
            NamedDocuments.Collect(bytes.Span, named);
            foreach (var hash in named.Where(h => !(through.TryGetValue(h, out var deletion) && sequence <= deletion.Through)))
            {
                yield return hash;
            }
        }
    }

    /// <summary>What a case's journal names that the case still gives out.</summary>
    public static async Task<IReadOnlySet<ContentHash>> StillNamedAsync(
        ICaseStore store, CaseId id, IReadOnlyList<StoredEntry> journal, CancellationToken cancellationToken) =>
        StillNamed(await WrittenAsync(store, id, cancellationToken), journal.Select(e => (e.Sequence, e.Bytes))).ToHashSet();

    /// <summary>The record that a deletion is written down as.</summary>
    public static KeyedRecord Record(DocumentDeletion deletion) => new(
        RecordKinds.Deletion, string.Create(CultureInfo.InvariantCulture, $"{deletion.Case}|{deletion.Hash}|{deletion.Through:D8}"),
        JsonSerializer.Serialize(deletion, CaseJson.Stored.DocumentDeletion), null);

    /// <summary>A deletion as a record holds it.</summary>
    public static DocumentDeletion Read(KeyedRecord record) => Read(record.Json);

    public static DocumentDeletion Read(string json) => JsonSerializer.Deserialize(json, CaseJson.Stored.DocumentDeletion)!;

    private static Dictionary<ContentHash, DocumentDeletion> Latest(IEnumerable<DocumentDeletion> written) =>
        written.GroupBy(d => d.Hash).ToDictionary(g => g.Key, g => g.MaxBy(d => d.Through)!);

    private static Dictionary<ContentHash, DocumentDeletion> Standing(
        Dictionary<ContentHash, DocumentDeletion> written, IEnumerable<(long Sequence, ReadOnlyMemory<byte> Bytes)> after)
    {
        foreach (var again in StillNamed(written.Values, after).ToList())
        {
            written.Remove(again);
        }

        return written;
    }
}
