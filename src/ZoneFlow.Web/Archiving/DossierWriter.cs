using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Papers;
using ZoneFlow.Web.Rendering;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Archiving;

/// <summary>
/// Writes a case's whole dossier as one archive that needs nothing else to be read and checked: every journal entry in its exact bytes
/// with the chain's proof, every document and letter, the personal texts with their salts, an index page and a verifier.
/// </summary>
public sealed class DossierWriter(
    ICaseStore store, IDocumentStore documents, Cases cases, Parties parties, Dossiers dossiers, Histories histories, LetterPapersOfCases letters,
    DailyRoots roots, TimeProvider time)
{
    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = "pdf", ["image/png"] = "png", ["image/jpeg"] = "jpg", [PaperDocx.MediaType] = "docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "xlsx", ["text/html; charset=utf-8"] = "html",
    };

    /// <summary>Writes the archive to a stream, which need not be seekable.</summary>
    public async Task<DossierManifest> WriteAsync(CaseState state, Pack pack, Stream to, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var deleted = await DeletedDocuments.OfCaseAsync(store, state.Id, cancellationToken);
        var parts = new Parts(archive, files, [], deleted);
        var journal = await store.JournalAsync(state.Id, 0, int.MaxValue, cancellationToken);
        foreach (var entry in journal)
        {
            await PutAsync(parts, DossierManifest.Entry(entry.Sequence), entry.Bytes.ToArray(), cancellationToken);
        }

        IReadOnlyList<ChainLine> chain = [.. journal.Select(e => new ChainLine(e.Sequence, Convert.ToHexStringLower(e.Previous.Span), Convert.ToHexStringLower(e.Hash.Span)))];
        await PutAsync(parts, DossierManifest.Chain, JsonSerializer.SerializeToUtf8Bytes(chain, DossierJson.Readable.IReadOnlyListChainLine), cancellationToken);
        IReadOnlyList<ConfidedText> texts = [.. (await store.ConfidedAsync(state.Id, cancellationToken)).Values.OrderBy(t => t.Digest, StringComparer.Ordinal)];
        await PutAsync(parts, DossierManifest.Texts, JsonSerializer.SerializeToUtf8Bytes(texts, DossierJson.Readable.IReadOnlyListConfidedText), cancellationToken);

        var listed = new List<DossierFile>();
        foreach (var (row, name) in await dossiers.DocumentsAsync(state.Id, cancellationToken))
        {
            var label = pack.Documents.TryGetValue(row.Document.Slot, out var rule) ? rule.Label.Zh : row.Document.Slot;
            var path = $"documents/{row.Document.Slot}-{row.Document.Version}.{Extension(row.Document.MediaType)}";
            await CopyAsync(parts, path, row.Document.Content, cancellationToken);
            listed.Add(new DossierFile($"{label}（第{row.Document.Version}版）{Gone(deleted, row.Document.Content)}", name, files.ContainsKey(path) ? path : null, row.At, row.Document.Content.Value));
        }

        var issued = await LettersAsync(parts, state, pack, cancellationToken);
        var lines = await TimelineAsync(state, pack, cancellationToken);
        await PutAsync(parts, DossierManifest.Timeline, JsonSerializer.SerializeToUtf8Bytes(lines, DossierJson.Readable.IReadOnlyListTimelineLine), cancellationToken);
        var rest = await ObjectionsAsync(parts, state, cancellationToken);
        if (await roots.OfCaseAsync(state.Id, cancellationToken) is { } proof && proof.Leaf.Number <= journal.Count)
        {
            await PutAsync(parts, DossierManifest.Root, JsonSerializer.SerializeToUtf8Bytes(proof, EvidenceJson.Default.InclusionProof), cancellationToken);
        }

        var manifest = new DossierManifest(
            1, state.Id.Value, state.Kind, state.Number, state.Title, pack.Issuer, pack.Id, pack.Revision.Hash, journal.Count, chain[^1].Hash, time.GetUtcNow(), files, parts.Missing)
        {
            Deleted = deleted.Count == 0 ? null : [.. deleted.Values.OrderBy(d => d.Hash.Value, StringComparer.Ordinal).Select(d => new DeletedFile(d.Hash.Value, d.At, d.Ground, d.Archived))],
        };
        var index = new DossierIndexModel(
            manifest, pack.Title.Zh, pack.Cases[state.Kind].Standing(state.Standing).Label.Zh, state.StandingSince, [.. listed, .. rest], issued, lines);
        await PutAsync(
            parts, DossierManifest.Index,
            Encoding.UTF8.GetBytes(await PageRenderer.RenderAsync<DossierIndexPage, DossierIndexModel>(index)), cancellationToken);
        await PutAsync(parts, DossierManifest.Verifier, VerifierPage.Bytes, cancellationToken);
        await WriteAsync(archive, DossierManifest.FileName, JsonSerializer.SerializeToUtf8Bytes(manifest, DossierJson.Readable.DossierManifest), cancellationToken);
        return manifest;
    }

    private async Task<IReadOnlyList<DossierFile>> LettersAsync(
        Parts parts, CaseState state, Pack pack, CancellationToken cancellationToken)
    {
        var listed = new List<DossierFile>();
        foreach (var letter in (await letters.AllAsync(state.Id, cancellationToken)).Where(l => pack.Letters.ContainsKey(l.Row.Template)))
        {
            var path = $"letters/{letter.Key}";
            var title = (await letters.TitleAsync(pack, state, letter, cancellationToken)).Zh;
            if (letter.Paper is { } kept)
            {
                await CopyAsync(parts, $"{path}.html", kept.Page.Content, cancellationToken);
                await CopyAsync(parts, $"{path}.docx", kept.Docx.Content, cancellationToken);
            }
            else
            {
                var (page, docx) = await LetterPapersOfCases.RenderAsync(await letters.PaperAsync(pack, state, letter, null, cancellationToken));
                await PutAsync(parts, $"{path}.html", page, cancellationToken);
                await PutAsync(parts, $"{path}.docx", docx, cancellationToken);
            }

            if (letter.Sealed is { } answer)
            {
                await CopyAsync(parts, $"{path}-sealed.{Extension(answer.Paper.MediaType)}", answer.Paper.Content, cancellationToken);
            }

            var standing = letter.SupersededBy is not null ? "，已被更正替代" : letter.Paper is null ? "，未编号定稿" : "";
            listed.Add(new DossierFile(title, $"{letter.Paper?.Number ?? "无文号"}{standing}", $"{path}.html", letter.Row.At, letter.Paper?.Page.Content.Value));
        }

        return listed;
    }

    private async Task<IReadOnlyList<DossierFile>> ObjectionsAsync(
        Parts parts, CaseState state, CancellationToken cancellationToken)
    {
        var listed = new List<DossierFile>();
        foreach (var (entry, _) in await histories.ReadAsync(state.Id, cancellationToken))
        {
            foreach (var (receipt, document, i) in entry.Changes.OfType<Change.ObjectionReceived>().SelectMany(c => c.Documents.Select((d, i) => (c.Receipt, d, i))))
            {
                var path = $"objections/{receipt}-{i + 1}.{Extension(document.MediaType)}";
                await CopyAsync(parts, path, document.Content, cancellationToken);
                listed.Add(new DossierFile($"异议材料（回执{receipt}）{Gone(parts.Deleted, document.Content)}", path, parts.Files.ContainsKey(path) ? path : null, entry.At, document.Content.Value));
            }
        }

        return listed;
    }

    /// <summary>The journal in words, the first entry first.</summary>
    public async Task<IReadOnlyList<TimelineLine>> TimelineAsync(CaseState state, Pack pack, CancellationToken cancellationToken)
    {
        var journal = await histories.ReadAsync(state.Id, cancellationToken);
        var events = await EventLines.OfAsync(pack, journal, new People(parties, cancellationToken), async id =>
            await cases.FindAsync(id, cancellationToken) is var (other, _) ? $"“{other.Title}”" : id.Value,
            await DeletedDocuments.OfCaseAsync(store, state.Id, cancellationToken));
        return [.. events.Reverse().Select(e => new TimelineLine(e.Sequence, e.At, e.By, [.. e.Sentences.Select(s => s.Zh)]))];
    }

    private static string Gone(IReadOnlyDictionary<ContentHash, DocumentDeletion> deleted, ContentHash content) =>
        deleted.TryGetValue(content, out var deletion) ? $"（已于{CivilDate.Of(deletion.At):yyyy-MM-dd}{(deletion.Archived ? "归档" : "删除")}：{deletion.Ground}）" : "";

    private static string Extension(string mediaType) => Extensions.GetValueOrDefault(mediaType, "bin");

    private async Task CopyAsync(
        Parts parts, string path, ContentHash content, CancellationToken cancellationToken)
    {
        if (parts.Files.ContainsKey(path) || parts.Deleted.ContainsKey(content))
        {
            return;
        }

        await using var from = await documents.OpenAsync(content, cancellationToken);
        if (from is null)
        {
            parts.Missing.Add(content.Value);
            return;
        }

        // Documents are compressed already, by their own formats.
        await using var to = await parts.Archive.CreateEntry(path, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 << 10];
        for (int count; (count = await from.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            hash.AppendData(buffer, 0, count);
            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        parts.Files[path] = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task PutAsync(Parts parts, string path, byte[] bytes, CancellationToken cancellationToken)
    {
        parts.Files[path] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await WriteAsync(parts.Archive, path, bytes, cancellationToken);
    }

    private static async Task WriteAsync(ZipArchive archive, string path, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var to = await archive.CreateEntry(path, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await to.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>What is being written, and what of it is not there: missing, or deleted and said to be.</summary>
    private sealed record Parts(
        ZipArchive Archive, SortedDictionary<string, string> Files, List<string> Missing, IReadOnlyDictionary<ContentHash, DocumentDeletion> Deleted);
}
