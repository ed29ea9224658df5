using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>One expert's sheet for one subject, as it was looked up: criterion to score.</summary>
public sealed record ExpertScore(PartyId Expert, string Subject, ImmutableSortedDictionary<string, decimal> Scores);
