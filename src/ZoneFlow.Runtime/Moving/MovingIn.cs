using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Moving;

/// <summary>
/// Takes an archive into an empty installation, of this head or another. Every journal's chain is checked before anything of
/// its case is written, and all heads against the manifest at the end. One that was cut short is begun again in a new, empty place.
/// </summary>
public sealed class MovingIn(ICaseStore store, IDocumentStore documents, Rulebooks rulebooks)
{
    private const long LargestDocument = 1L << 32;

    /// <exception cref="MovingException">The archive is none of ours, is damaged, or the installation is not empty.</exception>
    public async Task<MovingManifest> ReadAsync(Stream archive, CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(Registrar.Office, cancellationToken) is not null)
        {
            throw new MovingException("该处已有数据，只能导入空的安装。 There is an office here already: an archive goes into an empty installation only.");
        }

        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            return await ReadAsync(zip, cancellationToken);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or JsonException or FormatException)
        {
            throw new MovingException("该文件不是本系统的导出档案，或已损坏。 This is not an archive of ours, or it is damaged.", damaged);
        }
    }

    private async Task<MovingManifest> ReadAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        await using var first = Part(zip, "manifest.json");
        var manifest = (await JsonSerializer.DeserializeAsync(first, MovingJson.Stored.MovingManifest, cancellationToken))!;
        if (manifest.Format != MovingManifest.Current)
        {
            throw new MovingException($"档案格式{manifest.Format}不是本版本所能读取的。 The archive's format {manifest.Format} is not one that this release reads.");
        }

        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("documents/", StringComparison.Ordinal)))
        {
            await using var content = entry.Open();
            var stored = await documents.PutAsync(content, LargestDocument, cancellationToken);
            Damaged(stored.Hash.Value != entry.Name, $"文件{entry.Name} the document {entry.Name}");
        }

        // Packs come before the cases that are read under them.
        await foreach (var record in Lines(zip, "records.jsonl", MovingJson.Stored.KeyedRecord, cancellationToken))
        {
            await store.PutRecordAsync(record, cancellationToken);
        }

        using var heads = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        MovedCase? office = null;
        await foreach (var moved in Lines(zip, "cases.jsonl", MovingJson.Stored.MovedCase, cancellationToken))
        {
            MovingOut.Heads(heads, moved.Id, moved.Head);
            if (moved.Id == Registrar.Office)
            {
                office = moved;
                continue;
            }

            await CaseAsync(moved, cancellationToken);
        }

        Damaged(Convert.ToHexStringLower(heads.GetHashAndReset()) != manifest.Heads, "卷宗清单 the list of cases");
        if (office is not null)
        {
            // The office comes last: a place that has it holds everything.
            await CaseAsync(office, cancellationToken);
        }

        return manifest;
    }

    private async Task CaseAsync(MovedCase moved, CancellationToken cancellationToken)
    {
        var entries = moved.Entries.Select(e => new StoredEntry(e.Sequence, e.Bytes, e.Previous, e.Hash)).ToList();
        Damaged(
            Chain.FirstBad(moved.Id, entries) is not null || entries.Count == 0 || !entries[^1].Hash.Span.SequenceEqual(moved.Head) || entries[^1].Sequence != moved.Version,
            $"卷宗{moved.Id} the case {moved.Id}");
        var read = entries.Select(e => JournalText.Read(e.Bytes.Span)).ToList();
        CaseState? state = null;
        var answers = moved.Answers.ToDictionary(a => a.Version);
        for (var at = 0; at < entries.Count; at++)
        {
            var (entry, isLast) = (entries[at], at == entries.Count - 1);
            state = Lifecycle.Apply(moved.Id, state, read[at]);
            var commit = new Commit(
                moved.Id, moved.Kind, entry.Sequence - 1, entry.Sequence, moved.State, moved.Schema, entry.Hash, isLast ? moved.Due : null, [entry],
                isLast ? moved.Effects : [], isLast ? moved.Rows : [], isLast ? moved.Confided : [], await IndexRowsAsync(state, read[at], isLast, cancellationToken), [],
                answers.GetValueOrDefault(entry.Sequence), []);
            if (await store.CommitAsync(commit) != CommitOutcome.Committed)
            {
                throw new MovingException($"卷宗{moved.Id}已存在，请在空的安装中重新导入。 The case {moved.Id} is there already: begin again in an empty installation.");
            }
        }

        if (moved.Parked is { } why)
        {
            await store.ParkAsync(moved.Id, why, cancellationToken);
        }
    }

    // The read model is made again from what the journal says: what lasts from the state of its day, the rest from today's.
    private async Task<ImmutableArray<IndexRow>> IndexRowsAsync(CaseState state, Entry entry, bool isLast, CancellationToken cancellationToken)
    {
        var rules = await rulebooks.ForAsync(state.Pack, cancellationToken);
        var rows = isLast ? ReadModel.Of(rules.Pack, state) : [];
        var pack = entry.Pack is { } revision ? (await rulebooks.ForAsync(revision, cancellationToken)).Pack : null;
        return pack is null ? rows : rows.AddRange(JournalRows.Lasting(pack, state, entry));
    }

    private static async IAsyncEnumerable<T> Lines<T>(
        ZipArchive zip, string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Part(zip, name));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return JsonSerializer.Deserialize(line, type)!;
        }
    }

    private static Stream Part(ZipArchive zip, string name) => zip.GetEntry(name)?.Open() ?? throw new InvalidDataException($"The archive has no {name}.");

    private static void Damaged(bool isDamaged, string what)
    {
        if (isDamaged)
        {
            throw new MovingException($"档案已损坏：{what}。 The archive is damaged: {what}.");
        }
    }
}
