using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>One thing that a transition does. A closed list: a new one is a release.</summary>
public abstract record Step
{
    private Step()
    {
    }

    public sealed record SetMark(string Mark, Value Date) : Step;

    public sealed record SetStanding(string Standing) : Step;

    public sealed record RaiseFlag(string Flag) : Step;

    public sealed record LowerFlag(string Flag) : Step;

    /// <summary>Carries inputs of the same names into the case's fields.</summary>
    public sealed record SetFields(ImmutableArray<string> Names) : Step;

    /// <summary>Puts the items chosen by an input into a state; without an input, the item that the step is about.</summary>
    /// <param name="From">Only where the item stands in this state; null puts it from any.</param>
    public sealed record SetItem(string State, string? Input, string? From = null) : Step;

    /// <summary>Puts the items that stand in one state and were not chosen into another.</summary>
    public sealed record SetOtherItems(string From, string State, string? Input) : Step;

    /// <summary>Names the units of the items chosen by an input.</summary>
    /// <param name="Items">The input with the items, or the one item; null: the item that the procedure is about.</param>
    /// <param name="Responsible">The input with the units that share in them, or null: as before.</param>
    public sealed record NameUnits(string? Items, string Lead, string? Responsible) : Step;

    /// <summary>Enters the values given by an input as filed for the procedure's item and period.</summary>
    public sealed record FileValues(string Input) : Step;

    /// <summary>Confirms the values last filed for the procedure's item and period.</summary>
    public sealed record VerifyValues : Step;

    /// <summary>Enters the amounts given by some inputs, and warns where a fund rule that watches them falls short.</summary>
    /// <param name="As">What they are: budget, payment or recovery (追回). A year is closed on what was paid and not recovered.</param>
    /// <param name="Dated">The input with their date, which says the year.</param>
    public sealed record RecordFunds(string As, string Dated, ImmutableArray<string> Amounts) : Step
    {
        public const string Budget = "budget";
        public const string Payment = "payment";
        public const string Recovery = "recovery";
    }

    /// <summary>Takes back, whole, the entry of the funds that an input names.</summary>
    public sealed record ReverseFunds(string Input) : Step;

    /// <summary>Marks the instrument that a value names as issued by the procedure's item, with the document filed in the slot.</summary>
    public sealed record IssueInstrument(Value Instrument, string Slot) : Step;

    /// <summary>Keeps the lines given by an input as what the plan of this procedure would say.</summary>
    public sealed record DraftPlan(string Input) : Step;

    /// <summary>Makes the filed document, with what was drafted beside it, the case's plan in force, as its next version.</summary>
    public sealed record AdoptPlan(string Slot) : Step;

    /// <summary>Says which version of the plan an assessment was made against: the one in force on its day.</summary>
    public sealed record JudgePlan : Step;

    /// <summary>Enters a value in one of the office's registers.</summary>
    public sealed record Register(string Name, Value Entry) : Step;

    /// <summary>Adds up the panel's scores and gives the items that stand in a state their places.</summary>
    public sealed record Rank(string State) : Step;

    /// <summary>Puts the party that an input names in the place of an applicant; without the input nothing changes.</summary>
    public sealed record ChangeApplicant(string Role, string Input) : Step;

    public sealed record Start(string Procedure, ImmutableSortedDictionary<string, Value> With) : Step;

    /// <summary>Stops every other running procedure, with some excepted.</summary>
    public sealed record StopOthers(ImmutableArray<string> Except) : Step;

    public sealed record ApplyOutcome(Value Outcome) : Step;

    public sealed record ImposeBan(string Ban) : Step;

    /// <summary>Ties this case to another under the kind's name.</summary>
    public sealed record Join(string Link, Value Case) : Step;

    /// <param name="OnlyInStanding">Send only while the case has this standing, or null.</param>
    public sealed record Send(Recipients To, string Say, ImmutableArray<string> With, string? OnlyInStanding) : Step;

    /// <summary>Publishes the document on the public pages.</summary>
    public sealed record Announce(string Slot) : Step;

    /// <summary>Renders a letter from a template of the pack and serves it.</summary>
    public sealed record Letter(string Template) : Step;
}
