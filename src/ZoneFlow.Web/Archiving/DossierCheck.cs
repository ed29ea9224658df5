using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Web.Archiving;

/// <summary>Checks an exported dossier by itself, with no installation at hand.</summary>
public static class DossierCheck
{
    private const long MostBytes = 4L << 30;

    /// <returns>The manifest, and the first entry that is not as it was exported with why; null where all of it holds.</returns>
    public static async Task<(DossierManifest? Manifest, string? Entry, string? Why)> RunAsync(
        Stream file, string? head, CancellationToken cancellationToken, string? key = null, string? root = null)
    {
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            return (null, "archive", "不是完整的卷宗文件。 This is no whole archive.");
        }

        using (archive)
        {
            try
            {
                var manifest = await ReadAsync(archive, DossierManifest.FileName, DossierJson.Readable.DossierManifest, cancellationToken);
                if (manifest is not { Format: 1 })
                {
                    return (null, DossierManifest.FileName, "没有清单，或版本较新。 There is no manifest, or it is of a newer release.");
                }

                var (entry, why) = await FirstBadAsync(archive, manifest, cancellationToken);
                (entry, why) = entry is null ? await RootAsync(archive, manifest, key, root, cancellationToken) : (entry, why);
                return entry is null && head is not null && head != manifest.Head
                    ? (manifest, DossierManifest.Chain, "链尾与所给的不同：这是另一份卷宗。 The head is another than the one given.")
                    : (manifest, entry, why);
            }
            catch (Exception broken) when (broken is JsonException or InvalidDataException or FormatException)
            {
                return (null, DossierManifest.FileName, $"卷宗无法读取。 It cannot be read: {broken.Message}");
            }
        }
    }

    private static async Task<(string? Entry, string? Why)> FirstBadAsync(ZipArchive archive, DossierManifest manifest, CancellationToken cancellationToken)
    {
        const string Changed = "内容与导出时不同。 Its bytes are not those that were exported.";
        foreach (var (name, hash) in manifest.Files)
        {
            if (archive.GetEntry(name) is not { } entry || entry.Length > MostBytes)
            {
                return (name, "缺少该文件。 It is missing.");
            }

            try
            {
                await using var stream = await entry.OpenAsync(cancellationToken);
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) != hash)
                {
                    return (name, Changed);
                }
            }
            catch (InvalidDataException)
            {
                return (name, Changed);
            }
        }

        if (archive.Entries.FirstOrDefault(e => e.FullName != DossierManifest.FileName && !manifest.Files.ContainsKey(e.FullName)) is { } extra)
        {
            return (extra.FullName, "清单中没有该文件。 It is not in the manifest.");
        }

        if (archive.Entries.GroupBy(e => e.FullName, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return (twice.Key, "同名文件出现两次。 It is there twice.");
        }

        return await ChainAsync(archive, manifest, cancellationToken);
    }

    private static async Task<(string? Entry, string? Why)> ChainAsync(ZipArchive archive, DossierManifest manifest, CancellationToken cancellationToken)
    {
        var chain = await ReadAsync(archive, DossierManifest.Chain, DossierJson.Readable.IReadOnlyListChainLine, cancellationToken) ?? [];
        var (id, journal) = (new CaseId(manifest.Case), new List<StoredEntry>());
        foreach (var (line, sequence) in chain.Select((l, i) => (l, i + 1L)))
        {
            if (await BytesAsync(archive, DossierManifest.Entry(sequence), cancellationToken) is not { } bytes)
            {
                return (DossierManifest.Entry(sequence), "缺少该条日志。 The entry is missing.");
            }

            journal.Add(new StoredEntry(line.Sequence, bytes, Convert.FromHexString(line.Previous), Convert.FromHexString(line.Hash)));
        }

        if (Chain.FirstBad(id, journal) is { } bad)
        {
            return (DossierManifest.Entry(bad), "与日志链不符。 It does not fit the chain.");
        }

        if (journal.Count == 0 || journal.Count != manifest.Entries || chain[^1].Hash != manifest.Head)
        {
            return (DossierManifest.Chain, "链尾与清单不符。 The chain does not end where the manifest says.");
        }

        var texts = await ReadAsync(archive, DossierManifest.Texts, DossierJson.Readable.IReadOnlyListConfidedText, cancellationToken) ?? [];
        if (texts.FirstOrDefault(t => !Confiding.Matches(t)) is { } text)
        {
            return (DossierManifest.Texts, $"文字与摘要{text.Digest}不符。 A text does not give its digest.");
        }

        // What the journal names by hash must be there under that hash, whatever the manifest says.
        var there = manifest.Files.Values.Concat(manifest.Missing).Concat((manifest.Deleted ?? []).Select(d => d.Hash)).ToHashSet(StringComparer.Ordinal);
        var absent = journal.Select(e => JournalText.Read(e.Bytes.Span)).SelectMany(e => e.Changes.SelectMany(Contents).Select(c => (e.Sequence, c)))
            .FirstOrDefault(n => !there.Contains(n.c.Value));
        return absent.Sequence == 0 ? (null, null) : (DossierManifest.Entry(absent.Sequence), $"所指文件{absent.c}不在卷宗中。 A document that it names is not in the archive.");
    }

    // What a key signed on a day stands against whoever writes a whole journal anew afterwards.
    private static async Task<(string? Entry, string? Why)> RootAsync(
        ZipArchive archive, DossierManifest manifest, string? key, string? root, CancellationToken cancellationToken)
    {
        if (await ReadAsync(archive, DossierManifest.Root, EvidenceJson.Default.InclusionProof, cancellationToken) is not { } proof)
        {
            return key is null && root is null ? (null, null) : (DossierManifest.Root, "卷宗不含存证。 The archive has no proof under a root.");
        }

        if (proof.Fault(key, root) is { } fault)
        {
            return (DossierManifest.Root, fault);
        }

        var chain = (await ReadAsync(archive, DossierManifest.Chain, DossierJson.Readable.IReadOnlyListChainLine, cancellationToken))!;
        return proof.Leaf is { IsHead: true } leaf && leaf.Case.Value == manifest.Case && leaf.Number >= 1 && leaf.Number <= chain.Count
            && chain[(int)leaf.Number - 1].Hash == leaf.Hash
            ? (null, null)
            : (DossierManifest.Entry(proof.Leaf.Number), $"与{proof.Root.Day:yyyy-MM-dd}签名的存证根不符。 It is not what stood under the root signed on {proof.Root.Day:yyyy-MM-dd}.");
    }

    private static IEnumerable<ContentHash> Contents(Change change) => change switch
    {
        Change.DocumentFiled c => [c.Document.Content],
        Change.ObjectionReceived c => c.Documents.Select(d => d.Content),
        Change.LetterNumbered c => [c.Page.Content, c.Docx.Content],
        Change.LetterSealed c => [c.Paper.Content],
        _ => [],
    };

    private static async Task<T?> ReadAsync<T>(
        ZipArchive archive, string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await BytesAsync(archive, name, cancellationToken) is { } bytes ? JsonSerializer.Deserialize(bytes, type) : default;

    private static async Task<byte[]?> BytesAsync(ZipArchive archive, string name, CancellationToken cancellationToken)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        await using var stream = await entry.OpenAsync(cancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
