using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>One kind of case: a zone, a round, a plan.</summary>
/// <param name="OpenedBy">The role that opens one.</param>
/// <param name="OpensWith">The procedure that begins with it.</param>
/// <param name="ItemsOf">The kind of thing its items are ("zone", "entry"), or null where it has none.</param>
/// <param name="JoinsRound">True where it must name a round to open, false where a round may take it up later.</param>
public sealed record CaseRule(
    string Kind,
    Label Label,
    string OpenedBy,
    string OpensWith,
    ImmutableArray<StandingRule> Standings,
    ImmutableSortedDictionary<string, Label> Flags,
    string? ItemsOf,
    ImmutableSortedDictionary<string, Label> ItemStates,
    bool JoinsRound)
{
    /// <summary>The roles that apply together with the one that opens it (联合申报); empty where one party applies alone.</summary>
    public ImmutableArray<JointRule> JointWith { get; init; } = [];

    /// <summary>Where the items are the pack's own tasks, how they begin; null where they come from elsewhere.</summary>
    public PackItems? PackItems { get; init; }

    /// <summary>What anybody may see of it; null where the pack does not say, or nothing of it is public.</summary>
    public PublicRule? Public { get; init; }

    /// <summary>How long it is kept after its end; null where the pack does not say.</summary>
    public KeepRule? Keep { get; init; }

    public StandingRule Standing(string name) => Standings.First(s => s.Name == name);
}
