using System.IO.Compression;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Web.Archiving;

/// <summary>Dossiers of other installations, taken in whole and only to be read: their archives lie in the document store, none is a case here.</summary>
public sealed class ImportedDossiers(ICaseStore store, IDocumentStore documents, TimeProvider time)
{
    private const long MostBytes = 4L << 30;

    /// <summary>Takes an archive in once all of it has been checked; the same one twice is the same.</summary>
    /// <returns>The dossier, or the first bad entry with why.</returns>
    public async Task<(ImportedDossier? Dossier, string? Entry, string? Why)> TakeAsync(Stream file, CancellationToken cancellationToken)
    {
        var (manifest, entry, why) = await DossierCheck.RunAsync(file, null, cancellationToken);
        if (manifest is null || entry is not null)
        {
            return (null, entry, why);
        }

        file.Position = 0;
        var stored = await documents.PutAsync(file, MostBytes, cancellationToken);
        var dossier = new ImportedDossier(
            stored.Hash.Value, manifest.Case, manifest.Number, manifest.Title, manifest.Office, manifest.Head, manifest.Entries, time.GetUtcNow());
        await store.PutRecordAsync(
            new KeyedRecord(RecordKinds.Dossier, manifest.Case, JsonSerializer.Serialize(dossier, DossierJson.Readable.ImportedDossier), null), cancellationToken);
        return (dossier, null, null);
    }

    public async Task<IReadOnlyList<ImportedDossier>> AllAsync(CancellationToken cancellationToken) =>
        [.. (await store.RecordsAsync(RecordKinds.Dossier, "", 10_000, cancellationToken)).Select(Read)];

    public async Task<ImportedDossier?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Dossier, id, cancellationToken) is { } record ? Read(record) : null;

    /// <summary>One file of a dossier, or null where it has none of that name.</summary>
    public async Task<byte[]?> FileAsync(ImportedDossier dossier, string path, CancellationToken cancellationToken)
    {
        await using var file = await documents.OpenAsync(ContentHash.Parse(dossier.Content), cancellationToken);
        if (file is null)
        {
            return null;
        }

        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        if (archive.GetEntry(path) is not { } entry)
        {
            return null;
        }

        await using var stream = await entry.OpenAsync(cancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static ImportedDossier Read(KeyedRecord record) => JsonSerializer.Deserialize(record.Json, DossierJson.Readable.ImportedDossier)!;
}
