using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>What the office's own case holds: the packs and calendar revisions in use, and its settings.</summary>
/// <param name="Packs">Pack name to the revision under which new cases open.</param>
/// <param name="Calendars">Calendar revisions loaded, in order.</param>
public sealed record OfficeFacts(
    ImmutableSortedDictionary<string, PackRevision> Packs,
    ImmutableArray<string> Calendars,
    ImmutableSortedDictionary<string, string> Settings)
{
    /// <summary>The packs under which no new case opens here; those that run stay under the revision they have.</summary>
    public ImmutableSortedSet<string> OutOfUse { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}
