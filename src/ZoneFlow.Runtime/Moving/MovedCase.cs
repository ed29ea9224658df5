using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Moving;

/// <summary>All of one case as it goes into a moving van: what a store holds of it, and nothing that can be made again from that.</summary>
/// <param name="Entries">The journal's exact bytes with the place of each in the chain.</param>
/// <param name="Answers">The answers to the signals that the journal names.</param>
/// <param name="Due">When it next moves by itself, or null.</param>
/// <param name="Parked">Why it is parked, or null.</param>
internal sealed record MovedCase(
    CaseId Id, string Kind, long Version, byte[] State, int Schema, byte[] Head, DateTimeOffset? Due, string? Parked,
    ImmutableArray<MovedEntry> Entries, ImmutableArray<SignalAnswer> Answers, ImmutableArray<CaseRow> Rows, ImmutableArray<ConfidedText> Confided,
    ImmutableArray<OutboxEffect> Effects);
