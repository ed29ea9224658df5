using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Backups;

/// <summary>
/// Writes one archive of a data folder while its server runs: the database first, then the documents it names, then what all of
/// it hashes to. A document is stored before the case that names it commits, so none is missed.
/// </summary>
internal static class Backup
{
    /// <exception cref="IOException">The file exists, or the disk is full; no archive is left behind.</exception>
    /// <exception cref="BackupException">The folder holds no store.</exception>
    public static async Task<BackupManifest> WriteAsync(DataFolder folder, string file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target))
        {
            throw new IOException($"{target} exists; a backup is never written over another. 备份文件已存在，不覆盖。");
        }

        if (!File.Exists(folder.Store))
        {
            throw new BackupException($"{folder.Path} holds no store. 该目录没有数据。");
        }

        var (partial, copy) = ($"{target}.partial", $"{target}.partial.db");
        try
        {
            SqliteStore.Copy(folder.Store, copy);
            BackupManifest manifest;
            await using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write))
            {
                using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    manifest = await WriteAsync(archive, folder, copy, now, cancellationToken);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, target);
            return manifest;
        }
        finally
        {
            File.Delete(partial);
            File.Delete(copy);
        }
    }

    private static async Task<BackupManifest> WriteAsync(
        ZipArchive archive, DataFolder folder, string copy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var missing = new List<string>();
        await using (var database = File.OpenRead(copy))
        {
            files[BackupManifest.Database] = await AddAsync(archive, BackupManifest.Database, database, CompressionLevel.Fastest, cancellationToken);
        }

        foreach (var hash in StoreContents.Documents(copy).OrderBy(h => h.Value, StringComparer.Ordinal))
        {
            var path = folder.PathOf(hash);
            if (!File.Exists(path))
            {
                missing.Add(hash.Value);
                continue;
            }

            // Documents are compressed already, by their own formats.
            var name = $"{BackupManifest.Documents}{hash}";
            await using var document = File.OpenRead(path);
            files[name] = await AddAsync(archive, name, document, CompressionLevel.NoCompression, cancellationToken);
            if (files[name] != hash.Value)
            {
                throw new BackupException($"The document {hash} is damaged: its bytes no longer give its name. 文件{hash}已损坏。");
            }
        }

        var (cases, heads) = StoreContents.Heads(copy);
        var manifest = new BackupManifest(1, now, folder.IsDemonstration, cases.Count, heads, files, missing);
        await using var entry = archive.CreateEntry(BackupManifest.FileName).Open();
        await JsonSerializer.SerializeAsync(entry, manifest, BackupJson.Default.BackupManifest, cancellationToken);
        return manifest;
    }

    private static async Task<string> AddAsync(
        ZipArchive archive, string name, Stream content, CompressionLevel level, CancellationToken cancellationToken)
    {
        await using var entry = archive.CreateEntry(name, level).Open();
        return await CopyAsync(content, entry, cancellationToken);
    }

    /// <summary>Copies a stream and answers the SHA-256 of what went by.</summary>
    internal static async Task<string> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 << 10];
        for (int count; (count = await from.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            hash.AppendData(buffer, 0, count);
            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
