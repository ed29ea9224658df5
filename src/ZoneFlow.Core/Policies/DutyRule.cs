using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Policies;

/// <summary>What becomes of an open occurrence when the duty's life ends.</summary>
public enum WhenLifeEnds
{
    Lapse,
    Keep,
}

/// <summary>What becomes of an occurrence that would open while another procedure runs.</summary>
public enum WhenHeld
{
    Skip,
    Defer,
}

/// <summary>
/// Something owed: a report, a plan, an assessment. A duty belongs to the pack and looks at the case's
/// standing, never at a stage. Each occurrence is keyed by duty and period and opened at most once.
/// </summary>
/// <param name="While">The standings in which it is owed.</param>
/// <param name="From">The mark from which it is owed, or null: from the day the standing was reached.</param>
/// <param name="Until">The mark whose day ends it, or null.</param>
/// <param name="LeastOverlap">How much of the covered period must lie within the duty's life for it to be owed, or null.</param>
/// <param name="Replaces">Another duty whose occurrence of the same period this one replaces, or null.</param>
/// <param name="HeldBy">A running procedure that holds it off, or null.</param>
/// <param name="PerItem">Owed by each item on its own, in one round that opens and falls due for all of them.</param>
/// <param name="ItemState">For a duty of each item: the state in which an item owes a round that opens, or null for any.</param>
public sealed record DutyRule(
    string Name,
    Label Label,
    string Case,
    string Starts,
    ImmutableArray<string> While,
    string? From,
    string? Until,
    DutySchedule Schedule,
    Period? LeastOverlap,
    string? Replaces,
    string? HeldBy,
    WhenHeld WhenHeld,
    WhenLifeEnds WhenLifeEnds,
    bool PerItem,
    string? ItemState,
    ReminderRule Reminders,
    Source Source,
    Source? OverlapSource);
