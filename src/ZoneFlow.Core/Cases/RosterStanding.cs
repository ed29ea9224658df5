using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>All that a case's state keeps of a roster: how it stands, and the days on which that will turn by itself. Its members are rows of the case.</summary>
/// <param name="Coming">The days ahead on which other conditions will be unmet, from the days of coming and leaving filed so far.</param>
public sealed record RosterStanding(RosterDay Now, ImmutableArray<RosterDay> Coming)
{
    /// <summary>The most turns ahead that are kept; a roster with more is refused, for its dates cannot be meant.</summary>
    public const int MostComing = 20;
}
