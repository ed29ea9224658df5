using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// What lives outside the case and was looked up for a signal. It is recorded with it, so that the same
/// signal can be decided again for ever.
/// </summary>
/// <param name="Asked">The names asked for: bans, names, round, members, supported-items, answers, experts, values, funds.</param>
/// <param name="Answers">The case's own form answers, where the signal judges them.</param>
/// <param name="NameTaken">Another case of the scheme owns the name.</param>
/// <param name="RoundStanding">The standing of the round named by the signal, or null.</param>
/// <param name="Members">The cases that name this one as their round.</param>
/// <param name="Experts">Of the parties named to a panel, those that hold its role today.</param>
/// <param name="Values">The values filed so far for a plan's items.</param>
/// <param name="Funds">What has been entered so far of a plan's funds, by year.</param>
public sealed record LookedUp(
    ImmutableArray<string> Asked,
    ImmutableSortedDictionary<string, FieldValue> Answers,
    ImmutableArray<BanInForce> Bans,
    bool NameTaken,
    string? RoundStanding,
    ImmutableSortedDictionary<string, DateOnly> RoundMarks,
    ImmutableArray<CaseId> Members,
    ImmutableArray<string> SupportedItems,
    ImmutableArray<PartyId> Experts,
    ImmutableArray<MeasuredValue> Values,
    ImmutableArray<FundSum> Funds)
{
    public static LookedUp Nothing { get; } = new(
        [], ImmutableSortedDictionary<string, FieldValue>.Empty, [], false, null, ImmutableSortedDictionary<string, DateOnly>.Empty, [], [], [], [], []);
}
