using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>A day from which the same watched conditions of a roster are unmet, with what was counted when that was last seen.</summary>
/// <param name="Unmet">The conditions that are not met, by name; empty where all are.</param>
public sealed record RosterDay(DateOnly On, ImmutableSortedDictionary<string, decimal> Counts, ImmutableArray<string> Unmet);
