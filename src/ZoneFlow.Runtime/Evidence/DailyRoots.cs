using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Evidence;

/// <summary>
/// Makes one signed root a day over all journals, and proves what stands under one. Nothing of it is in a commit: it reads what
/// commits have left, once a day.
/// </summary>
public sealed class DailyRoots(ICaseStore store, IDocumentStore documents, EvidenceKey signing, TimeProvider time)
{
    private const string LatestKey = "latest-root";

    public bool HasKey => signing.Key is not null;

    /// <summary>Makes today's root unless it is there; null where it is, or where there is no key.</summary>
    public async Task<DailyRoot?> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = await LatestAsync(cancellationToken);
        if (signing.Key is not { } key || before?.Day >= CivilDate.Of(now))
        {
            return null;
        }

        await KnownAsync(key, CivilDate.Of(now), cancellationToken);
        var leaves = await LeavesAsync(before, cancellationToken);
        var list = Encoding.UTF8.GetBytes(string.Concat(leaves.Select(l => l.Line() + "\n")));
        using var content = new MemoryStream(list);
        var stored = await documents.PutAsync(content, long.MaxValue, cancellationToken);
        var unsigned = new DailyRoot(
            CivilDate.Of(now), now, leaves.Count, Convert.ToHexStringLower(MerkleTree.Root(leaves.Select(l => l.Hashed()).ToArray())),
            before?.StatementHash() ?? DailyRoot.NothingBefore, key.Id, "", stored.Hash);
        var root = unsigned with { Signature = key.Sign(unsigned.Statement()) };

        // The day is taken once: of two that make it, or of one that was cut short and comes again, the first stands.
        await store.InsertRecordAsync(new KeyedRecord(RecordKinds.Root, Key(root.Day), JsonSerializer.Serialize(root, EvidenceJson.Default.DailyRoot), null), cancellationToken);
        var stands = (await FindAsync(root.Day, cancellationToken))!;
        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Installation, LatestKey, Key(root.Day), null), cancellationToken);
        return stands;
    }

    /// <summary>The root last made; null before the first.</summary>
    public async Task<DailyRoot?> LatestAsync(CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Installation, LatestKey, cancellationToken) is { } latest
            ? await FindAsync(DateOnly.ParseExact(latest.Json, "yyyy-MM-dd", CultureInfo.InvariantCulture), cancellationToken)
            : null;

    /// <summary>All roots and keys, the latest root first.</summary>
    public async Task<PublishedRoots> AllAsync(CancellationToken cancellationToken) => new(
        [.. (await store.RecordsAsync(RecordKinds.Root, "", int.MaxValue, cancellationToken)).Reverse().Select(Read)], await KeysAsync(cancellationToken));

    /// <summary>That a case's journal stood under the latest root, as far as it went then; null where the case is younger.</summary>
    public async Task<InclusionProof?> OfCaseAsync(CaseId id, CancellationToken cancellationToken) =>
        await LatestAsync(cancellationToken) is { } root ? await ProofAsync(root, l => l.IsHead && l.Case == id, cancellationToken) : null;

    /// <summary>That one entry stood under the first root made after it; null until one is made.</summary>
    public async Task<InclusionProof?> OfEntryAsync(CaseId id, StoredEntry entry, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // The root of an entry's day may have been made before it; the next one covers it then.
        foreach (var root in (await AllAsync(cancellationToken)).Roots.Reverse().Where(r => r.At >= at).Take(2))
        {
            if (await ProofAsync(root, l => !l.IsHead && l.Case == id && l.Number == entry.Sequence, cancellationToken) is { } proof)
            {
                return proof with { PreviousHash = Convert.ToHexStringLower(entry.Previous.Span), Entry = Convert.ToBase64String(entry.Bytes.Span) };
            }
        }

        return null;
    }

    /// <summary>Puts another key in the place of the one in use, which signs it.</summary>
    /// <returns>The public half of the new one.</returns>
    public async Task<RootKey> RotateAsync(SigningKey next, CancellationToken cancellationToken)
    {
        var key = signing.Key ?? throw new InvalidOperationException("There is no key to be followed by another.");
        var day = CivilDate.Of(time.GetUtcNow());
        await KnownAsync(key, day, cancellationToken);
        var unsigned = new RootKey(next.Id, next.Public, day, key.Id, null);
        return await PutAsync(unsigned with { Signature = key.Sign(unsigned.Statement()) }, cancellationToken);
    }

    private async Task KnownAsync(SigningKey key, DateOnly day, CancellationToken cancellationToken)
    {
        if (await store.RecordAsync(RecordKinds.RootKey, key.Id, cancellationToken) is null)
        {
            await PutAsync(new RootKey(key.Id, key.Public, day, null, null), cancellationToken);
        }
    }

    private async Task<RootKey> PutAsync(RootKey key, CancellationToken cancellationToken)
    {
        await store.PutRecordAsync(new KeyedRecord(RecordKinds.RootKey, key.Id, JsonSerializer.Serialize(key, EvidenceJson.Default.RootKey), null), cancellationToken);
        return key;
    }

    private async Task<ImmutableArray<RootKey>> KeysAsync(CancellationToken cancellationToken) =>
    [
        .. (await store.RecordsAsync(RecordKinds.RootKey, "", int.MaxValue, cancellationToken))
            .Select(r => JsonSerializer.Deserialize(r.Json, EvidenceJson.Default.RootKey)!).OrderBy(k => k.Since).ThenBy(k => k.SignedBy is null ? 0 : 1),
    ];

    private async Task<InclusionProof?> ProofAsync(DailyRoot root, Predicate<EvidenceLeaf> wanted, CancellationToken cancellationToken)
    {
        var leaves = await ReadAsync(root, cancellationToken);
        return leaves.FindIndex(wanted) is >= 0 and var index
            ? new InclusionProof(
                1, leaves[index], index, [.. MerkleTree.Path(leaves.Select(l => l.Hashed()).ToArray(), index).Select(Convert.ToHexStringLower)], root,
                await KeysAsync(cancellationToken))
            : null;
    }

    private async Task<List<EvidenceLeaf>> LeavesAsync(DailyRoot? before, CancellationToken cancellationToken)
    {
        var known = before is null ? [] : (await ReadAsync(before, cancellationToken)).Where(l => l.IsHead).ToDictionary(l => l.Case);
        var (heads, entries) = (new List<EvidenceLeaf>(), new List<EvidenceLeaf>());
        await foreach (var id in AllCases.AndPartiesAsync(store, cancellationToken))
        {
            var last = known.GetValueOrDefault(id);
            if (await store.LoadAsync(id, cancellationToken) is { } stored && Convert.ToHexStringLower(stored.Head.Span) != last?.Hash)
            {
                foreach (var entry in await store.JournalAsync(id, last?.Number ?? 0, int.MaxValue, cancellationToken))
                {
                    entries.Add(new EvidenceLeaf(false, id, entry.Sequence, Convert.ToHexStringLower(entry.Hash.Span)));
                    last = entries[^1] with { IsHead = true };
                }
            }

            if (last is not null)
            {
                heads.Add(last);
            }
        }

        return [.. heads.OrderBy(l => l.Case.Value, StringComparer.Ordinal), .. entries.OrderBy(l => l.Case.Value, StringComparer.Ordinal).ThenBy(l => l.Number)];
    }

    private async Task<List<EvidenceLeaf>> ReadAsync(DailyRoot root, CancellationToken cancellationToken)
    {
        await using var content = await documents.OpenAsync(root.Content, cancellationToken)
            ?? throw new IOException($"The list of the root of {root.Day} is not in the store.");
        using var reader = new StreamReader(content, Encoding.UTF8);
        var leaves = new List<EvidenceLeaf>();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            leaves.Add(EvidenceLeaf.Parse(line));
        }

        return leaves;
    }

    private async Task<DailyRoot?> FindAsync(DateOnly day, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Root, Key(day), cancellationToken) is { } record ? Read(record) : null;

    private static DailyRoot Read(KeyedRecord record) => JsonSerializer.Deserialize(record.Json, EvidenceJson.Default.DailyRoot)!;

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
