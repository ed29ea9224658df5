using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// A date by which something is due: its anchor, its budget and its suspensions, from which the date follows
/// under one revision of the calendar.
/// </summary>
/// <param name="Id">Procedure, stage and visit, or duty and period: the same for the same history.</param>
/// <param name="Anchor">The mark it is counted from; null where it is counted from the day the stage was entered.</param>
/// <param name="Day0">The day of the event, which is not counted.</param>
/// <param name="Budget">The length of time; null for a fixed date, which is then <paramref name="Day0"/> itself.</param>
/// <param name="Last">The last day, open until its end.</param>
/// <param name="DueAt">00:00 at UTC+8 of the day after: in time means received before this.</param>
/// <param name="Earliest">The earliest it could become when a notice settles a provisional day; reminders use it.</param>
/// <param name="Provisional">It rests on a day that no State Council notice has settled yet.</param>
/// <param name="Printed">The last day as it was published, where it was; a later computation never moves it earlier.</param>
/// <param name="RungsClaimed">How many reminders have been sent or passed over.</param>
/// <param name="Missed">It passed with nothing done.</param>
/// <param name="Escalated">The second tier has been told.</param>
public sealed record Deadline(
    string Id,
    string? Anchor,
    DateOnly Day0,
    Period? Budget,
    Reckoning Reckoning,
    ImmutableArray<Suspension> Suspensions,
    Source Source,
    DateOnly Last,
    DateTimeOffset DueAt,
    DateOnly Earliest,
    bool Provisional,
    DateOnly? Printed,
    string Calendar,
    int RungsClaimed,
    bool Missed,
    bool Escalated)
{
    public bool Equals(Deadline? other) =>
        other is not null && Id == other.Id && Anchor == other.Anchor && Day0 == other.Day0 && Budget == other.Budget
        && Reckoning == other.Reckoning && Suspensions.SequenceEqual(other.Suspensions) && Source == other.Source
        && Last == other.Last && DueAt == other.DueAt && Earliest == other.Earliest && Provisional == other.Provisional && Printed == other.Printed
        && Calendar == other.Calendar && RungsClaimed == other.RungsClaimed && Missed == other.Missed && Escalated == other.Escalated;

    public override int GetHashCode() => HashCode.Combine(Id, Last, RungsClaimed, Missed);
}
