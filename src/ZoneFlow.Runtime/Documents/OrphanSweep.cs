using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// Throws away documents that were uploaded and never came to belong to a case: a form that was given up, a commit that
/// failed. Once a week, and only what has lain for a week, which no request outlives. What a deletion has left over goes each time.
/// </summary>
/// <param name="keep">Told of each that has lain for as long and that a case names, where a store keeps those apart.</param>
public sealed partial class OrphanSweep(
    ICaseStore store, IDocumentStore documents, DocumentsNamed named, DocumentDeletions deletions, WallClock wall, ILogger<OrphanSweep> logger, DocumentKept? keep = null)
{
    private const string Key = "documents-swept";
    private static readonly TimeSpan Every = TimeSpan.FromDays(7);

    /// <summary>Sweeps where a week has gone by since the last time; answers how many documents went.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await deletions.ClearAsync(cancellationToken);
        var now = wall.Time.GetUtcNow();
        if (await store.RecordAsync(RecordKinds.Installation, Key, cancellationToken) is { } last
            && now - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(last.Json, null)) < Every)
        {
            return 0;
        }

        // What is old is listed before the journals are read: a document that a journal names later was put again for it.
        var old = new List<ContentHash>();
        await foreach (var hash in documents.ListAsync(now - Every, cancellationToken))
        {
            old.Add(hash);
        }

        var gone = old.Count == 0 ? 0 : await SweepAsync(old, now - Every, cancellationToken);
        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Installation, Key, $"{now.ToUnixTimeMilliseconds()}", null), cancellationToken);
        if (gone > 0)
        {
            Log.Swept(logger, gone);
        }

        return gone;
    }

    private async Task<int> SweepAsync(List<ContentHash> old, DateTimeOffset putBefore, CancellationToken cancellationToken)
    {
        var (gone, ofCases) = (0, await named(cancellationToken));
        foreach (var hash in old)
        {
            if (!ofCases.Contains(hash))
            {
                gone += await documents.DeleteAsync(hash, putBefore, cancellationToken) ? 1 : 0;
            }
            else if (keep is not null)
            {
                await keep(hash, putBefore, cancellationToken);
            }
        }

        return gone;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} uploads that belong to no case were thrown away.")]
        public static partial void Swept(ILogger logger, int count);
    }
}
