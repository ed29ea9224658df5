using System.Collections.Immutable;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Tables;

/// <summary>What a commit leaves to be written outside its case's partition, and what of the case itself did not fit its transaction.</summary>
/// <param name="Effects">The ids of its effects, and their keys within the case.</param>
/// <param name="Overflow">Rows of the case that wait to be written one transaction after another.</param>
internal sealed record PendingWork(
    ImmutableArray<IndexKey> Drops, ImmutableArray<IndexRow> Puts, ImmutableArray<KeyedRecord> Records,
    ImmutableArray<WaitingEffect> Effects, ImmutableArray<WaitingRow> Overflow);
