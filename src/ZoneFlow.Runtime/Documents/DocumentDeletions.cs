using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// Deletes documents of a case where the law asks for it (个人信息保护法 第四十七条) or where its time is over. The journal goes on naming
/// them by hash and size, so that its chain and its signed roots hold as before. From the moment that it is written down the case gives
/// them out no more; the bytes follow at once, or as soon as nobody can be filing the same ones elsewhere. Bytes that another case names stay.
/// </summary>
public sealed partial class DocumentDeletions(
    ICaseStore store, IDocumentStore documents, DocumentsNamed named, TimeProvider time, WallClock wall, ILogger<DocumentDeletions> logger)
{
    /// <summary>Longer than any request: bytes put since may be on their way into another case.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    /// <summary>What could be deleted of a case: everything that its journal names and it still gives out.</summary>
    public async Task<IReadOnlySet<ContentHash>> OfferedAsync(CaseId id, CancellationToken cancellationToken) =>
        await DeletedDocuments.StillNamedAsync(store, id, await store.JournalAsync(id, 0, int.MaxValue, cancellationToken), cancellationToken);

    /// <summary>Writes down what a case gives out no more since somebody asked for it, and deletes the bytes; what is deleted already is passed over.</summary>
    public async Task CarryOutAsync(CaseId id, IReadOnlyCollection<ContentHash> hashes, string ground, Actor by, CancellationToken cancellationToken)
    {
        await WriteDownAsync(id, hashes, ground, false, by, cancellationToken);
        await ClearAsync(cancellationToken);
    }

    /// <summary>Writes down that a case's whole dossier was archived; the bytes of several such cases are cleared at once afterwards.</summary>
    public Task WriteDownArchivedAsync(CaseId id, string ground, CancellationToken cancellationToken) => WriteDownAsync(id, null, ground, true, null, cancellationToken);

    /// <param name="hashes">Null for all that the case still gives out.</param>
    /// <param name="by">Who did it; null for a command at the console.</param>
    private async Task WriteDownAsync(
        CaseId id, IReadOnlyCollection<ContentHash>? hashes, string ground, bool archived, Actor? by, CancellationToken cancellationToken)
    {
        var journal = await store.JournalAsync(id, 0, int.MaxValue, cancellationToken);
        var offered = (await DeletedDocuments.StillNamedAsync(store, id, journal, cancellationToken)).Where(h => hashes?.Contains(h) != false).ToList();
        var names = NamesIn(journal).ToLookup(n => n.Content, n => n.Name.Digest);
        foreach (var hash in offered)
        {
            await store.PutRecordAsync(DeletedDocuments.Record(new DocumentDeletion(
                id, hash, journal[^1].Sequence, ground, archived, by?.Person, by?.Party, time.GetUtcNow(), [.. names[hash].Distinct()], null)), cancellationToken);
        }
    }

    /// <summary>Deletes the bytes of everything written down whose bytes are still there: also what a crash or a busy hour left over.</summary>
    /// <returns>How many still wait.</returns>
    public async Task<int> ClearAsync(CancellationToken cancellationToken)
    {
        var waiting = (await DeletedDocuments.AllAsync(store, cancellationToken)).Where(d => d.Cleared is null).ToList();
        if (waiting.Count == 0)
        {
            return 0;
        }

        // The instant stands before the journals are read: a document that one names later was put again for it.
        var now = wall.Time.GetUtcNow();
        var (left, ofCases) = (0, await named(cancellationToken));
        foreach (var deletion in waiting)
        {
            await store.ForgetAsync(deletion.Case, deletion.Names, cancellationToken);
            if (!ofCases.Contains(deletion.Hash) && !await documents.RemoveAsync(deletion.Hash, now - Settled, cancellationToken)
                && await documents.ExistsAsync(deletion.Hash, cancellationToken))
            {
                left++;
                continue;
            }

            if (!ofCases.Contains(deletion.Hash))
            {
                await store.DeleteRecordAsync(RecordKinds.Thumbnail, deletion.Hash.Value, cancellationToken);
            }

            await store.PutRecordAsync(DeletedDocuments.Record(deletion with { Cleared = time.GetUtcNow() }), cancellationToken);
        }

        if (left > 0)
        {
            Log.Left(logger, left);
        }

        return left;
    }

    private static IEnumerable<(ContentHash Content, Confided Name)> NamesIn(IEnumerable<StoredEntry> journal) =>
        journal.SelectMany(e => JournalText.Read(e.Bytes.Span).Changes).SelectMany(c => c switch
        {
            Change.DocumentFiled filed => [filed.Document],
            Change.ObjectionReceived objection => objection.Documents,
            _ => Enumerable.Empty<FiledDocument>(),
        }).Select(d => (d.Content, d.Name));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} deleted documents are given out no more; their bytes are deleted later.")]
        public static partial void Left(ILogger logger, int count);
    }
}
