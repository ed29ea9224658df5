using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Runtime.Ports;

/// <summary>
/// Where cases live. A commit writes all of one decision or nothing; reads see only whole commits. Every query
/// has an index; none scans the cases. Implementations throw on a failing disk or network and the caller tries
/// again; nothing is ever half written. Texts are ordered by their UTF-8 bytes, which is the order of their code
/// points and not of UTF-16. Instants may be kept to the millisecond, rounded up, so that nothing is found due early.
/// </summary>
public interface ICaseStore
{
    Task<StoredCase?> LoadAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a decision durably before it returns. Once begun it is not cancelled. A signal that has been answered
    /// is said to be repeated even where the version has moved on too. A parked case stays parked.
    /// </summary>
    Task<CommitOutcome> CommitAsync(Commit commit);

    /// <summary>The answer first given to a signal, or null.</summary>
    Task<SignalAnswer?> AnswerAsync(SignalId signal, CancellationToken cancellationToken);

    /// <summary>The journal in order, from the first entry after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<StoredEntry>> JournalAsync(CaseId id, long after, int most, CancellationToken cancellationToken);

    /// <summary>The rows of one kind, by key in ordinal order.</summary>
    Task<IReadOnlyList<CaseRow>> RowsAsync(CaseId id, string kind, CancellationToken cancellationToken);

    /// <summary>Puts a row that is not of the journal, such as an action link's state.</summary>
    Task PutRowAsync(CaseId id, CaseRow row, CancellationToken cancellationToken);

    /// <summary>The personal texts of a case that still stand, by digest.</summary>
    Task<IReadOnlyDictionary<string, ConfidedText>> ConfidedAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes personal texts of a case, and overwrites what the store kept of them where it can. The journal keeps their digests and
    /// its chain stays whole. Harmless twice.
    /// </summary>
    Task ForgetAsync(CaseId id, IReadOnlyCollection<string> digests, CancellationToken cancellationToken);

    /// <summary>A page of an index, in sort order, after a sort key.</summary>
    Task<IReadOnlyList<IndexRow>> IndexAsync(string index, string partition, string? after, int most, CancellationToken cancellationToken);

    /// <summary>How many rows an index has in a partition, after one sort key and before another where they are given.</summary>
    Task<int> CountAsync(string index, string partition, string? after, string? before, CancellationToken cancellationToken);

    /// <summary>
    /// The cases of a kind, in one region or in all, counted by how they stand and by their next last day: what the register's
    /// rows of this moment say, in no order.
    /// </summary>
    Task<IReadOnlyList<CaseCount>> CaseCountsAsync(string kind, string? region, CancellationToken cancellationToken);

    /// <summary>
    /// Register rows of the cases of a kind, in one region or in all, whose standing is not final and whose next last day is in
    /// a span, by that day; those of one day stand in an order that stays. Without those that are skipped, and no more than so many.
    /// </summary>
    /// <param name="from">The first day, or null.</param>
    /// <param name="until">The day after the last, or null.</param>
    Task<IReadOnlyList<CaseSummary>> DatedAsync(
        string kind, string? region, DateOnly? from, DateOnly? until, int skip, int most, CancellationToken cancellationToken);

    /// <summary>
    /// The cases of a kind, in one region or in all, whose title, number, region, standing or stages have these words in them, upper
    /// and lower case of Latin letters alike; by number. Without those that are skipped, and no more than so many.
    /// </summary>
    /// <param name="open">For the public: only those whose standing is public, and by what the register shows, so not by their stages.</param>
    Task<IReadOnlyList<CaseSummary>> SearchAsync(
        string kind, string? region, string words, bool open, int skip, int most, CancellationToken cancellationToken);

    /// <summary>Cases that are due and not parked, the longest due first.</summary>
    Task<IReadOnlyList<DueCase>> DueByAsync(DateTimeOffset instant, int most, CancellationToken cancellationToken);

    /// <summary>The earliest instant at which a case that is not parked moves by itself, or null.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes a case's next due time again, where the calendar or the office's hours have changed since its last commit.
    /// Does nothing unless the case still stands at the version.
    /// </summary>
    Task SetDueAsync(CaseId id, long version, DateTimeOffset? due, CancellationToken cancellationToken);

    /// <summary>
    /// Effects whose next try has come, the one that has waited longest first, and only the first of each lane: an
    /// effect waits while an earlier one of its lane is in the outbox, also where that one has been put off. A parked
    /// effect holds nobody up: it waits for an operator, and its lane must not stand still until somebody looks.
    /// </summary>
    Task<IReadOnlyList<OutboxEffect>> PendingEffectsAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>
    /// The earliest next try of an effect that is not parked and not held up by its lane, or null: at that instant
    /// <see cref="PendingEffectsAsync"/> has something.
    /// </summary>
    Task<DateTimeOffset?> NextEffectAsync(CancellationToken cancellationToken);

    /// <summary>Takes an effect out of the outbox: it has been run. Harmless twice.</summary>
    Task EffectDoneAsync(string effect, CancellationToken cancellationToken);

    /// <summary>Puts an effect off, or parks it, after a failure; or brings it back for another try.</summary>
    Task EffectPutOffAsync(string effect, DateTimeOffset nextTry, int attempts, string? error, bool parked, CancellationToken cancellationToken);

    /// <summary>The outbox as it stands, for the operator: parked ones first.</summary>
    Task<IReadOnlyList<OutboxEffect>> OutboxAsync(int most, CancellationToken cancellationToken);

    /// <summary>Sets a case aside with the reason, or back to work with null. Its journal is untouched.</summary>
    Task ParkAsync(CaseId id, string? why, CancellationToken cancellationToken);

    Task<IReadOnlyList<StoredCase>> ParkedAsync(int most, CancellationToken cancellationToken);

    Task<KeyedRecord?> RecordAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>Inserts a record; false where the key is taken, and then nothing is written.</summary>
    Task<bool> InsertRecordAsync(KeyedRecord record, CancellationToken cancellationToken);

    Task PutRecordAsync(KeyedRecord record, CancellationToken cancellationToken);

    /// <summary>Replaces a record only if it still reads as it was; false where it does not.</summary>
    Task<bool> ReplaceRecordAsync(KeyedRecord was, KeyedRecord now, CancellationToken cancellationToken);

    Task DeleteRecordAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>Records of a kind whose key begins so, in key order.</summary>
    Task<IReadOnlyList<KeyedRecord>> RecordsAsync(string kind, string keyPrefix, int most, CancellationToken cancellationToken);

    /// <summary>Deletes records that have expired.</summary>
    Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
