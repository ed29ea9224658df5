using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Backups;

namespace ZoneFlow.Server.Hosting;

/// <summary>
/// Throws away documents that were uploaded and never came to belong to a case: a form that was given up, a commit that
/// failed. Once a week, and only what has lain for a week, which no request outlives.
/// </summary>
internal sealed partial class OrphanSweep(ICaseStore store, IDocumentStore documents, DataFolder folder, WallClock wall, ILogger<OrphanSweep> logger)
{
    private const string Key = "documents-swept";
    private static readonly TimeSpan Every = TimeSpan.FromDays(7);

    /// <summary>Sweeps where a week has gone by since the last time; answers how many documents went.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
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

        var gone = 0;
        if (old.Count > 0)
        {
            var named = StoreContents.Documents(folder.Store).ToHashSet();
            foreach (var orphan in old.Where(hash => !named.Contains(hash)))
            {
                gone += await documents.DeleteAsync(orphan, now - Every, cancellationToken) ? 1 : 0;
            }
        }

        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Installation, Key, $"{now.ToUnixTimeMilliseconds()}", null), cancellationToken);
        if (gone > 0)
        {
            Log.Swept(logger, gone);
        }

        return gone;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} uploads that belong to no case were thrown away.")]
        public static partial void Swept(ILogger logger, int count);
    }
}
