using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>
/// A condition on a transition: a closed list of rows, joined by all, any or at-least-n. A pack has no
/// expressions; whatever else must be judged, a person judges with a reason.
/// </summary>
public abstract record Guard
{
    private Guard()
    {
    }

    public sealed record InStanding(ImmutableArray<string> Standings) : Guard;

    /// <summary>Received before the day after the mark began.</summary>
    public sealed record ReceivedBefore(string Mark) : Guard;

    /// <summary>The input's date is later than the mark's.</summary>
    public sealed record Later(string Input, string Mark) : Guard;

    /// <summary>The first input's date is not later than the second's.</summary>
    public sealed record InOrder(string First, string Second) : Guard;

    /// <summary>The mark's day is over.</summary>
    public sealed record Past(string Mark) : Guard;

    /// <summary>No ban in force on any of the subjects closes the scope to them.</summary>
    /// <param name="Subjects">The zone, or roles whose parties are looked up by 统一社会信用代码.</param>
    public sealed record NotBanned(ImmutableArray<string> Subjects, string Scope) : Guard;

    public sealed record NotRunning(string Procedure) : Guard;

    /// <summary>No item stands in the state.</summary>
    public sealed record NoItem(string State) : Guard;

    /// <summary>Every item stands in the state.</summary>
    public sealed record EveryItem(string State) : Guard;

    /// <summary>The cases that name this round are the round's own items.</summary>
    public sealed record MembersAreItems : Guard;

    /// <summary>The input is not among the looked-up values.</summary>
    public sealed record NotIn(string Input, string LookUp) : Guard;

    /// <summary>Every fund rule that this action decides is met by what was paid in the year.</summary>
    public sealed record FundRulesMet : Guard;

    /// <summary>Some fund rule that this action decides is not met.</summary>
    public sealed record FundRulesBroken : Guard;

    /// <summary>Every target of the item is reached by verified values; a narrative indicator is a person's to judge.</summary>
    public sealed record IndicatorsMet : Guard;

    /// <summary>Every instrument of the item has been issued.</summary>
    public sealed record InstrumentsIssued : Guard;

    public sealed record All(ImmutableArray<Guard> Guards) : Guard;

    public sealed record Any(ImmutableArray<Guard> Guards) : Guard;

    public sealed record AtLeast(int Count, ImmutableArray<Guard> Guards) : Guard;
}
