using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// What lives outside the case and was looked up for a signal. It is recorded with it, so that the same
/// signal can be decided again for ever.
/// </summary>
/// <param name="Asked">The names asked for: bans, names, round, members, supported-items, scores, answers, experts, parties, applicants, holders, values, funds, letter, roster.</param>
/// <param name="Answers">The case's own form answers, where the signal judges them.</param>
/// <param name="NameTaken">Another case of the scheme owns the name, or another letter the 文号.</param>
/// <param name="RoundStanding">The standing of the round named by the signal, or null.</param>
/// <param name="RoundPack">The revision that round runs under, to which whoever joins it is pinned.</param>
/// <param name="Members">The cases that name this one as their round.</param>
/// <param name="Codes">The 统一社会信用代码 of the case's applicants by party, for those that have one.</param>
/// <param name="Scores">The sheets given on the panel's present visit.</param>
/// <param name="Parties">Of the parties named by an input or to hand a task over to, those that hold its role today.</param>
/// <param name="Experts">Of the parties named to a panel, those that hold its role today.</param>
/// <param name="Values">The values filed so far for a plan's items.</param>
/// <param name="Funds">What has been entered so far of a plan's funds, by year.</param>
public sealed record LookedUp(
    ImmutableArray<string> Asked,
    ImmutableSortedDictionary<string, FieldValue> Answers,
    ImmutableArray<BanInForce> Bans,
    bool NameTaken,
    string? RoundStanding,
    PackRevision? RoundPack,
    ImmutableSortedDictionary<string, DateOnly> RoundMarks,
    ImmutableArray<CaseId> Members,
    ImmutableArray<string> SupportedItems,
    ImmutableSortedDictionary<string, string> Codes,
    ImmutableArray<ExpertScore> Scores,
    ImmutableArray<PartyId> Parties,
    ImmutableArray<PartyId> Experts,
    ImmutableArray<MeasuredValue> Values,
    ImmutableArray<FundSum> Funds)
{
    /// <summary>Of the parties named as applicants, those that hold their role today.</summary>
    public ImmutableArray<Applicant> Applicants { get; init; } = [];

    /// <summary>The letter that the signal is about, as issued; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LetterAtHand? Letter { get; init; }

    /// <summary>The plan's version in force on the day the signal came, with the lines that it is about; null where the case has none of its own.</summary>
    public PlanVersion? Plan { get; init; }

    /// <summary>The entry of the funds that an input names, or null.</summary>
    public FundEntry? FundEntry { get; init; }

    /// <summary>Of the roster that is filed, what the filing touches; null for anything else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RosterLookUp? Roster { get; init; }

    /// <summary>Of the units named by an input, those that a body once was and none is today.</summary>
    public ImmutableArray<string> GoneUnits { get; init; } = [];

    public static LookedUp Nothing { get; } = new(
        [], ImmutableSortedDictionary<string, FieldValue>.Empty, [], false, null, null, ImmutableSortedDictionary<string, DateOnly>.Empty, [], [],
        ImmutableSortedDictionary<string, string>.Empty, [], [], [], [], []);
}
