using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// All that a later decision about a case can depend on, and no more: the fold of its journal's changes.
/// What was answered, scored or objected stands in the case's rows and comes in on the signal that judges it.
/// </summary>
/// <param name="Version">The number of entries in the journal.</param>
/// <param name="LastAt">The instant of the last entry; none is ever earlier.</param>
/// <param name="Number">The case number that people quote.</param>
/// <param name="Ended">Procedures that are over, by id, with their results.</param>
/// <param name="Past">Occurrences that are over, by id.</param>
/// <param name="Filed">How many documents each slot has taken so far.</param>
/// <param name="Outcomes">The outcomes applied, in order; the first gave the standing.</param>
public sealed record CaseState(
    CaseId Id,
    string Kind,
    PackRevision Pack,
    long Version,
    DateTimeOffset LastAt,
    string Number,
    string Title,
    string? Region,
    ImmutableArray<Applicant> Applicants,
    string Standing,
    DateOnly StandingSince,
    ImmutableSortedSet<string> Flags,
    ImmutableSortedDictionary<string, Mark> Marks,
    ImmutableSortedDictionary<string, FieldValue> Fields,
    ImmutableArray<Procedure> Procedures,
    ImmutableSortedDictionary<string, string> Ended,
    ImmutableArray<Occurrence> Occurrences,
    ImmutableSortedDictionary<string, OccurrenceState> Past,
    ImmutableArray<Item> Items,
    ImmutableArray<Link> Links,
    ImmutableSortedDictionary<string, int> Filed,
    ImmutableArray<string> Outcomes,
    PlanInForce? Plan,
    PartyFacts? Party,
    OfficeFacts? Office)
{
    /// <summary>The bans imposed, in order; a correction changes them where they stand.</summary>
    public ImmutableArray<ImposedBan> Bans { get; init; } = [];

    /// <summary>How the rosters stand that have been filed, by name; their members are rows of the case.</summary>
    public ImmutableSortedDictionary<string, RosterStanding> Rosters { get; init; } = ImmutableSortedDictionary.Create<string, RosterStanding>(StringComparer.Ordinal);

    /// <summary>Only in a state as it is stored: the procedures left out of it because they are like one that stands in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<AlikeRun> Alike { get; init; }

    /// <summary>Only in a state as it is stored: the items left out of it because their names say all of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<PlainRun> Plain { get; init; }

    /// <summary>The parties that applied, each once.</summary>
    public IEnumerable<PartyId> ApplicantParties => Applicants.Select(a => a.Party).Distinct();

    public Procedure? Procedure(string id)
    {
        foreach (var procedure in Procedures)
        {
            if (procedure.Id == id)
            {
                return procedure;
            }
        }

        return null;
    }

    public Item? Item(string key) => Items.FirstOrDefault(i => i.Key == key);

    public Link? Link(CaseId other) => Links.FirstOrDefault(l => l.Case == other);

    public bool IsRunning(string procedure) => Procedures.Any(p => p.Name == procedure);
}
