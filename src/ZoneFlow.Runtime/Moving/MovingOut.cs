using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Moving;

/// <summary>
/// Writes all of an installation into one archive that any head takes in: every case with its journal as it was written,
/// the records beside them, and the documents. Nobody may write meanwhile. Sessions, sign-in links and thumbnails stay behind.
/// </summary>
public sealed class MovingOut(ICaseStore store, IDocumentStore documents, TimeProvider time)
{
    /// <summary>The part that holds the cases, one a line; a dossier has none of this name.</summary>
    public const string Cases = "cases.jsonl";

    // Constants of a kind are its closed list; one added later moves too.
    private static readonly ImmutableArray<string> KindsOfRow = Constants(typeof(RowKinds));
    private static readonly ImmutableArray<string> KindsOfRecord =
        [.. Constants(typeof(RecordKinds)).Except([RecordKinds.Session, RecordKinds.SignIn, RecordKinds.Nonce, RecordKinds.Tries, RecordKinds.KnownBrowser, RecordKinds.Thumbnail])];

    public async Task<MovingManifest> WriteAsync(Stream archive, CancellationToken cancellationToken)
    {
        var (cases, entries, records) = (0, 0, 0);
        var named = new HashSet<ContentHash>();
        var due = (await store.DueByAsync(DateTimeOffset.MaxValue.AddDays(-1), int.MaxValue, cancellationToken)).ToDictionary(d => d.Case, d => d.At);
        var effects = (await store.OutboxAsync(int.MaxValue, cancellationToken)).ToLookup(e => e.Case);
        using var heads = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true);
        await using (var lines = zip.CreateEntry(Cases).Open())
        {
            foreach (var id in (await AllCases.AndPartiesAsync(store, cancellationToken).ToListAsync(cancellationToken)).OrderBy(id => id.Value, StringComparer.Ordinal))
            {
                var moved = await CaseAsync(id, due, effects, cancellationToken);
                await LineAsync(lines, JsonSerializer.SerializeToUtf8Bytes(moved, MovingJson.Stored.MovedCase));
                Heads(heads, moved.Id, moved.Head);
                cases++;
                entries += moved.Entries.Length;
                named.UnionWith(DeletedDocuments.StillNamed(
                    await DeletedDocuments.WrittenAsync(store, id, cancellationToken),
                    moved.Entries.Select(e => (e.Sequence, (ReadOnlyMemory<byte>)e.Bytes))));
            }
        }

        await using (var lines = zip.CreateEntry("records.jsonl").Open())
        {
            foreach (var kind in KindsOfRecord)
            {
                foreach (var record in await store.RecordsAsync(kind, "", int.MaxValue, cancellationToken))
                {
                    await LineAsync(lines, JsonSerializer.SerializeToUtf8Bytes(record, MovingJson.Stored.KeyedRecord));
                    records++;
                    if (NamedDocuments.Kinds.Contains(kind))
                    {
                        NamedDocuments.Collect(Encoding.UTF8.GetBytes(record.Json), named);
                    }
                }
            }
        }

        foreach (var hash in named.OrderBy(h => h.Value, StringComparer.Ordinal))
        {
            await using var content = await documents.OpenAsync(hash, cancellationToken)
                ?? throw new MovingException($"卷宗所列文件{hash}已不在库中，未导出。 The document {hash} is named by a case and is not stored; nothing was exported.");
            await using var entry = zip.CreateEntry($"documents/{hash}", CompressionLevel.NoCompression).Open();
            await content.CopyToAsync(entry, cancellationToken);
        }

        var manifest = new MovingManifest(MovingManifest.Current, time.GetUtcNow(), cases, entries, records, named.Count, Convert.ToHexStringLower(heads.GetHashAndReset()));
        await using (var last = zip.CreateEntry("manifest.json").Open())
        {
            await last.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(manifest, MovingJson.Stored.MovingManifest), cancellationToken);
        }

        return manifest;
    }

    internal static void Heads(IncrementalHash hash, CaseId id, ReadOnlySpan<byte> head)
    {
        hash.AppendData(Encoding.UTF8.GetBytes($"{id.Value}\n"));
        hash.AppendData(head);
    }

    private async Task<MovedCase> CaseAsync(
        CaseId id, Dictionary<CaseId, DateTimeOffset> due, ILookup<CaseId, OutboxEffect> effects, CancellationToken cancellationToken)
    {
        var stored = (await store.LoadAsync(id, cancellationToken))!;
        var entries = await store.JournalAsync(id, 0, int.MaxValue, cancellationToken);
        var answers = new List<SignalAnswer>();
        foreach (var cause in entries.Select(e => JournalText.Read(e.Bytes.Span).Cause).Distinct(StringComparer.Ordinal))
        {
            if (await store.AnswerAsync(new SignalId(cause), cancellationToken) is { } answer && answer.Case == id)
            {
                answers.Add(answer);
            }
        }

        var rows = new List<CaseRow>();
        foreach (var kind in KindsOfRow)
        {
            rows.AddRange(await store.RowsAsync(id, kind, cancellationToken));
        }

        // Where it is going every entry is committed by itself: the state must be the last one's.
        var (state, schema) = stored.StateVersion == stored.Version
            ? (stored.State.ToArray(), stored.Schema)
            : (JournalText.Write(await JournalText.StateAsync(store, stored, cancellationToken)), JournalText.StateSchema);
        return new MovedCase(
            id, stored.Kind, stored.Version, state, schema, stored.Head.ToArray(), due.TryGetValue(id, out var at) ? at : null, stored.Parked,
            [.. entries.Select(e => new MovedEntry(e.Sequence, e.Bytes.ToArray(), e.Previous.ToArray(), e.Hash.ToArray()))], [.. answers], [.. rows],
            [.. (await store.ConfidedAsync(id, cancellationToken)).Values.OrderBy(t => t.Digest, StringComparer.Ordinal)], [.. effects[id].OrderBy(e => e.Order)]);
    }

    private static async Task LineAsync(Stream lines, byte[] json)
    {
        await lines.WriteAsync(json);
        await lines.WriteAsync("\n"u8.ToArray());
    }

    private static ImmutableArray<string> Constants(Type kinds) => [.. kinds.GetFields().Select(f => (string)f.GetRawConstantValue()!)];
}
