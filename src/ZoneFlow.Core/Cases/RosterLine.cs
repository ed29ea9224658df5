using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>What one filing added to a roster: a row of the case, and a change of its journal.</summary>
/// <param name="Entry">The journal entry it stands in, and <paramref name="Index"/> its place there.</param>
public sealed record RosterLine(long Entry, int Index, DateTimeOffset At, PartyId? By, string Roster, ImmutableArray<RosterMember> Members)
{
    /// <summary>The lines that an entry adds to the rosters.</summary>
    public static IEnumerable<RosterLine> Of(Entry entry) => entry.Changes
        .Select((c, i) => c is Change.RosterFiled filed ? new RosterLine(entry.Sequence, i, entry.At, entry.Actor.Party, filed.Roster, filed.Members) : null)
        .OfType<RosterLine>();
}
