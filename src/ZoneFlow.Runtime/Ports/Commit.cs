using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Ports;

/// <summary>All that one decision writes, at once or not at all.</summary>
/// <param name="Expected">The version the decision was made on; 0 for a new case.</param>
/// <param name="DueAt">The next instant at which the case moves by itself, or null.</param>
/// <param name="Effects">Ids that are not in the outbox; one that is throws, and nothing is written.</param>
/// <param name="IndexDrops">Taken before the puts, so that a row can move within its index.</param>
/// <param name="Answer">The answer kept under the signal's id; null where only timers ran.</param>
/// <param name="Records">Claims confirmed and links consumed, put as they are.</param>
public sealed record Commit(
    CaseId Case,
    string Kind,
    long Expected,
    long Version,
    ReadOnlyMemory<byte> State,
    int Schema,
    ReadOnlyMemory<byte> Head,
    DateTimeOffset? DueAt,
    ImmutableArray<StoredEntry> Entries,
    ImmutableArray<OutboxEffect> Effects,
    ImmutableArray<CaseRow> Rows,
    ImmutableArray<ConfidedText> Confided,
    ImmutableArray<IndexRow> IndexPuts,
    ImmutableArray<IndexKey> IndexDrops,
    SignalAnswer? Answer,
    ImmutableArray<KeyedRecord> Records)
{
    /// <summary>The stored state stays as it is, and falls behind: it is a cache, and this commit brings none. Not for a new case.</summary>
    public bool StateStays { get; init; }
}
