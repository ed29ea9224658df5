using System.IO.Compression;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Server.Documents;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Backups;

/// <summary>
/// Puts an archive back. All of it is unpacked beside the data folder and checked there — every hash, the database, every
/// case's chain, every document named — before anything is replaced; what was there before is kept in a folder of its own.
/// </summary>
internal static class Restore
{
    /// <exception cref="BackupException">The archive does not pass; the folder is as it was.</exception>
    /// <exception cref="StoreInUseException">A server runs on the folder.</exception>
    public static async Task<(BackupManifest Manifest, string? KeptIn)> RunAsync(string file, string data, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(data);
        Directory.CreateDirectory(root);
        using var held = DataLock.Take(root);
        var fresh = DataFolder.At(Path.Combine(root, DataFolder.Restoring));
        DeleteFolder(fresh.Path);
        Directory.CreateDirectory(fresh.Path);
        BackupManifest manifest;
        try
        {
            manifest = await UnpackAsync(file, fresh, cancellationToken);
            await CheckAsync(fresh, manifest, cancellationToken);
        }
        catch (Exception broken)
        {
            DeleteFolder(fresh.Path);
            throw broken is InvalidDataException or JsonException
                ? new BackupException($"{file} is no whole backup. 备份文件不完整：{broken.Message}", broken)
                : broken;
        }

        // Cut short from here on, the folder stays: no server starts beside it, and the restore is run again.
        var kept = Replace(DataFolder.At(root), fresh, manifest, now);
        DeleteFolder(fresh.Path);
        return (manifest, kept);
    }

    private static async Task<BackupManifest> UnpackAsync(string file, DataFolder fresh, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        var manifest = await ManifestOfAsync(archive, cancellationToken);
        foreach (var entry in archive.Entries.Where(e => e.FullName != BackupManifest.FileName))
        {
            if (!manifest.Files.TryGetValue(entry.FullName, out var expected))
            {
                throw new BackupException($"{entry.FullName} is not in the archive's own list. 备份清单中没有该文件。");
            }

            // Names are taken from what they must be, never from the archive: none can lead out of the folder.
            var path = entry.FullName == BackupManifest.Database ? fresh.Store
                : entry.FullName.StartsWith(BackupManifest.Documents, StringComparison.Ordinal)
                    && ContentHash.TryParse(entry.FullName[BackupManifest.Documents.Length..], out var hash) && hash.Value == expected
                    ? fresh.PathOf(hash)
                    : throw new BackupException($"{entry.FullName} has no place in a backup. 备份中有不应出现的文件。");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var from = await entry.OpenAsync(cancellationToken);
            await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            if (await Backup.CopyAsync(from, to, cancellationToken) != expected)
            {
                throw new BackupException($"{entry.FullName} does not have the hash that the archive says. 文件校验不符。");
            }

            to.Flush(flushToDisk: true);
        }

        var absent = manifest.Files.Keys.FirstOrDefault(name => archive.GetEntry(name) is null);
        return absent is null ? manifest : throw new BackupException($"{absent} is missing from the archive. 备份缺少文件。");
    }

    private static async Task<BackupManifest> ManifestOfAsync(ZipArchive archive, CancellationToken cancellationToken)
    {
        if (archive.GetEntry(BackupManifest.FileName) is not { } entry)
        {
            throw new BackupException("The archive has no list of its files: it was cut short, or is not a backup. 备份没有清单。");
        }

        await using var stream = await entry.OpenAsync(cancellationToken);
        var manifest = await JsonSerializer.DeserializeAsync(stream, BackupJson.Default.BackupManifest, cancellationToken);
        return manifest is { Format: 1 } known && known.Files.ContainsKey(BackupManifest.Database)
            ? known
            : throw new BackupException("The archive is of a newer release, or holds no database. 备份版本较新或没有数据库。");
    }

    private static async Task CheckAsync(DataFolder fresh, BackupManifest manifest, CancellationToken cancellationToken)
    {
        if (StoreContents.Integrity(fresh.Store) is var said and not "ok")
        {
            throw new BackupException($"The database is damaged: {said}. 数据库已损坏。");
        }

        var (cases, heads) = StoreContents.Heads(fresh.Store);
        if (heads != manifest.Heads)
        {
            throw new BackupException("The cases' heads are not those that were backed up. 事项日志与备份清单不符。");
        }

        var absent = StoreContents.Documents(fresh.Store).FirstOrDefault(h => !File.Exists(fresh.PathOf(h)) && !manifest.Missing.Contains(h.Value));
        if (absent != default)
        {
            throw new BackupException($"The document {absent} is named and not in the archive. 备份缺少文件{absent}。");
        }

        await using var store = new SqliteStore(fresh.Store);
        foreach (var id in cases)
        {
            var journal = await store.JournalAsync(id, 0, int.MaxValue, cancellationToken);
            var stored = await store.LoadAsync(id, cancellationToken);
            if (Chain.FirstBad(id, journal) is not null || stored is null || !stored.Head.Span.SequenceEqual(journal[^1].Hash.Span))
            {
                throw new BackupException($"The journal of {id} does not hold together. 事项{id}的日志链不完整。");
            }
        }
    }

    // Renames within one folder, and nothing is deleted: what was there before lies whole beside it.
    private static string? Replace(DataFolder old, DataFolder fresh, BackupManifest manifest, DateTimeOffset now)
    {
        var before = Path.Combine(old.Path, $"before-restore-{now:yyyyMMdd-HHmmss}");
        string[] present = [.. ((string[])[old.Store, $"{old.Store}-wal", $"{old.Store}-shm"]).Where(File.Exists)];
        if (present.Length > 0 || Directory.Exists(old.Documents))
        {
            Directory.CreateDirectory(before);
        }

        foreach (var file in present)
        {
            File.Move(file, Path.Combine(before, Path.GetFileName(file)));
        }

        Move(old.Documents, Path.Combine(before, "documents"));
        Move(fresh.Documents, old.Documents);
        old.MarkDemonstration(manifest.Demonstration);
        File.Move(fresh.Store, old.Store);
        DurableFolder.Flush(old.Path);
        return Directory.Exists(before) ? before : null;
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
    }

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
