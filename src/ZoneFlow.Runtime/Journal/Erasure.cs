using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Journal;

/// <summary>A deletion of personal texts that was carried out: which by digest, why and by whom. Of the texts it says nothing.</summary>
/// <param name="Kinds">What they were: name, contact, reason, text, file-name, answer.</param>
public sealed record Erasure(
    CaseId Case, ImmutableArray<string> Digests, ImmutableArray<string> Kinds, string Ground, PersonId By, PartyId Party, DateTimeOffset At);
