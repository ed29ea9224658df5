using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Documents;

/// <summary>
/// Documents as files named by their hash, two levels of folders deep. An upload is written beside them, flushed,
/// then given its name in one step, so a file that has its name is whole. A file's last-write time is when it was
/// last put.
/// </summary>
public sealed class FolderDocuments : IDocumentStore, IDisposable
{
    /// <summary>ENOSPC, and ERROR_DISK_FULL: .NET has no exception of its own for a full disk.</summary>
    private const int NoSpace = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    private readonly string root;
    private readonly string arriving;
    private readonly TimeProvider clock;

    /// <summary>Held while a name is given or taken, so that a put and the sweep never cross over one document.</summary>
    private readonly SemaphoreSlim naming = new(1);

    /// <summary>
    /// Opens the folder, made if need be, and throws away uploads that a crash cut short. One process at a time:
    /// the data folder's lock sees to it.
    /// </summary>
    public FolderDocuments(string folder, TimeProvider clock)
    {
        this.clock = clock;
        root = Path.GetFullPath(folder);
        arriving = Path.Combine(root, "arriving");
        DurableFolder.Create(arriving);
        foreach (var left in Directory.EnumerateFiles(arriving))
        {
            File.Delete(left);
        }
    }

    public async Task<StoredContent> PutAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(arriving, Path.GetRandomFileName());
        try
        {
            var stored = await ReceiveAsync(content, limit, temporary, cancellationToken);
            await naming.WaitAsync(CancellationToken.None);
            try
            {
                Place(temporary, stored);
            }
            finally
            {
                naming.Release();
            }

            return stored;
        }
        catch (IOException full) when (full.HResult is NoSpace or NoSpaceOnWindows)
        {
            throw new StoreFullException(full);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Task<Stream?> OpenAsync(ContentHash hash, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(hash), new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.Asynchronous,
            }));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken) =>
        Task.FromResult(File.Exists(PathOf(hash)));

    public async IAsyncEnumerable<ContentHash> ListAsync(
        DateTimeOffset putBefore, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var outer in Directory.EnumerateDirectories(root, "??"))
        {
            // A long walk over a large store lets others have the thread.
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var file in Directory.EnumerateFiles(outer, "*", SearchOption.AllDirectories))
            {
                if (ContentHash.TryParse(Path.GetFileName(file), out var hash) && WasPutBefore(file, putBefore))
                {
                    yield return hash;
                }
            }
        }
    }

    public async Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset putBefore, CancellationToken cancellationToken)
    {
        await naming.WaitAsync(cancellationToken);
        try
        {
            var path = PathOf(hash);
            if (!File.Exists(path) || !WasPutBefore(path, putBefore))
            {
                return false;
            }

            File.Delete(path);
            return true;
        }
        finally
        {
            naming.Release();
        }
    }

    public Task<bool> RemoveAsync(ContentHash hash, DateTimeOffset putBefore, CancellationToken cancellationToken) => DeleteAsync(hash, putBefore, cancellationToken);

    public void Dispose() => naming.Dispose();

    private static async Task<StoredContent> ReceiveAsync(
        Stream content, long limit, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(128 << 10);
        try
        {
            var length = 0L;
            for (int count; (count = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if ((length += count) > limit)
                {
                    throw new ContentTooLargeException(limit);
                }

                hash.AppendData(buffer, 0, count);
                await file.WriteAsync(buffer.AsMemory(0, count), CancellationToken.None);
            }

            file.Flush(flushToDisk: true);
            return new(ContentHash.FromDigest(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Place(string temporary, StoredContent stored)
    {
        var path = PathOf(stored.Hash);
        File.SetLastWriteTimeUtc(temporary, clock.GetUtcNow().UtcDateTime);
        if (new FileInfo(path) is { Exists: true } present && present.Length == stored.Length)
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return;
        }

        DurableFolder.Create(Path.GetDirectoryName(path)!);
        DurableFolder.Place(temporary, path);
    }

    private static bool WasPutBefore(string path, DateTimeOffset instant) =>
        File.GetLastWriteTimeUtc(path) < instant.UtcDateTime;

    private string PathOf(ContentHash hash) => PathOf(root, hash);

    internal static string PathOf(string root, ContentHash hash) => Path.Combine(root, hash.Value[..2], hash.Value[2..4], hash.Value);
}
