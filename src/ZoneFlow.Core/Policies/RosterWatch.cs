using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>What is watched in a roster from day to day.</summary>
/// <param name="Criteria">The conditions, by name; what they test is counted from the roster and nothing else.</param>
/// <param name="Tell">The roles that hear of it on the day one is no longer met.</param>
public sealed record RosterWatch(ImmutableArray<string> Criteria, ImmutableArray<string> Tell, Source Source);
