using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Makes deadlines and says when they speak: rungs before, the second tier after.</summary>
internal static class Dates
{
    /// <summary>An occurrence never falls due sooner than this after the case could first owe it.</summary>
    public static readonly Period LeastNotice = new(1, PeriodUnit.Months);

    public static Deadline Make(
        Turn turn, string id, string? anchor, DateOnly day0, Period? budget, Reckoning reckoning,
        ImmutableArray<Suspension> suspensions, Source source, ReminderRule reminders, bool printed = false)
    {
        var date = Compute(turn.Calendar, day0, budget, reckoning, suspensions);
        var deadline = Dated(
            new Deadline(
                id, anchor, day0, budget, reckoning, suspensions, source, date.Last, date.DueAt, date.EarliestPossible,
                date.Provisional, printed ? date.Last : null, "", 0, false, false),
            date, turn.Calendar);
        return deadline with { RungsClaimed = RungsBy(turn.Rules, deadline, reminders, turn.At) };
    }

    /// <summary>The same deadline under another calendar, anchor date or suspensions. A printed date never moves earlier (rule R11).</summary>
    public static Deadline Again(Turn turn, Deadline deadline, ReminderRule reminders)
    {
        var date = Compute(turn.Calendar, deadline.Day0, deadline.Budget, deadline.Reckoning, deadline.Suspensions);
        if (deadline.Printed is not null)
        {
            // The public pages have shown the moved date since it last moved: that is what never moves earlier.
            date = Deadlines.KeepPublished(deadline.Last, date);
        }

        var again = Dated(deadline, date, turn.Calendar);
        return again with
        {
            RungsClaimed = Math.Max(RungsBy(turn.Rules, again, reminders, turn.At), again.Last > deadline.Last ? 0 : deadline.RungsClaimed),
            Missed = deadline.Missed && again.DueAt <= turn.At,
            Escalated = deadline.Escalated && again.DueAt <= turn.At,
        };
    }

    /// <summary>Puts off a deadline that would fall due before the least notice has run.</summary>
    public static Deadline NotBefore(Turn turn, Deadline deadline, DateOnly earliest, ReminderRule reminders, string because = "首次负有该义务后不足一个月的，顺延至满一个月")
    {
        if (deadline.Last >= earliest)
        {
            return deadline;
        }

        var date = Deadlines.FixedDate(earliest, turn.Calendar, deadline.Reckoning.Roll);
        var later = Dated(deadline, date, turn.Calendar) with
        {
            Day0 = earliest,
            Budget = null,
            Anchor = null,
            Source = deadline.Source with { Default = because },
        };
        return later with { RungsClaimed = RungsBy(turn.Rules, later, reminders, turn.At) };
    }

    /// <summary>When a rung speaks: at the opening of the working day that it falls on, or of the one before.</summary>
    public static DateTimeOffset RungAt(Rulebook rules, Deadline deadline, Period? rung)
    {
        var calendar = rules.Calendar;
        var due = deadline.Budget is null && deadline.Day0 < deadline.Earliest ? deadline.Day0 : deadline.Earliest;
        var day = rung is { } before
            ? calendar.PreviousWorkingDay(Deadlines.Before(due, before, calendar).Last)
            : calendar.PreviousWorkingDay(due);
        return CivilDate.At(day, rules.Opening);
    }

    public static DateTimeOffset EscalatedAt(Rulebook rules, Deadline deadline, Period after) =>
        CivilDate.At(rules.Calendar.NextWorkingDay(Deadlines.Compute(after, deadline.Last, rules.Calendar, Reckoning.Law).Last), rules.Opening);

    /// <summary>What a passed date sets off runs at the opening of the next working day, when somebody is there for it.</summary>
    public static DateTimeOffset ClosedAt(Rulebook rules, DateOnly last) =>
        CivilDate.At(rules.Calendar.NextWorkingDay(last.AddDays(1)), rules.Opening);

    /// <summary>The instant itself once a working day has opened, else the next opening: no mail at midnight, none on a rest day.</summary>
    public static DateTimeOffset Opening(Rulebook rules, DateTimeOffset at)
    {
        var opening = CivilDate.At(rules.Calendar.NextWorkingDay(CivilDate.Of(at)), rules.Opening);
        return opening >= at ? opening : at;
    }

    /// <summary>The same deadline with the rungs of another ladder: those that lie behind us count as claimed.</summary>
    public static Deadline Recounted(Turn turn, Deadline deadline, ReminderRule reminders) =>
        deadline with { RungsClaimed = RungsBy(turn.Rules, deadline, reminders, turn.At) };

    public static DeadlineDate Compute(
        WorkingCalendar calendar, DateOnly day0, Period? budget, Reckoning reckoning, ImmutableArray<Suspension> suspensions) =>
        budget is { } period
            ? Deadlines.Compute(period, day0, calendar, reckoning, suspensions)
            : Deadlines.FixedDate(Later(day0, suspensions), calendar, reckoning.Roll);

    // A date that is fixed moves by the calendar days on which the clock stood still before it, as a month's end does.
    private static DateOnly Later(DateOnly day, ImmutableArray<Suspension> suspensions)
    {
        foreach (var (from, to) in SuspendedDays.From(DateOnly.MinValue, suspensions))
        {
            day = from <= day ? day.AddDays(to.DayNumber - from.DayNumber + 1) : day;
        }

        return day;
    }

    private static Deadline Dated(Deadline deadline, DeadlineDate date, WorkingCalendar calendar) => deadline with
    {
        Last = date.Last, DueAt = date.DueAt, Earliest = date.EarliestPossible, Provisional = date.Provisional, Calendar = calendar.Revision,
    };

    // No reminder from before a deadline existed is sent: those rungs count as claimed from the start.
    private static int RungsBy(Rulebook rules, Deadline deadline, ReminderRule reminders, DateTimeOffset at) =>
        reminders.Rungs.TakeWhile(rung => RungAt(rules, deadline, rung) <= at).Count();
}
