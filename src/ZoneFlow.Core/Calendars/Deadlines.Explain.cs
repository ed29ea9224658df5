using System.Collections.Immutable;

namespace ZoneFlow.Core.Calendars;

/// <summary>The days behind a date, one note each, for whoever asks; apart from the computation, which has to be quick.</summary>
public static partial class Deadlines
{
    /// <summary>In order of date; the last note is the last day.</summary>
    public static ImmutableArray<DayNote> Explain(
        Period budget, DateOnly day0, WorkingCalendar calendar, Reckoning reckoning, ImmutableArray<Suspension> suspensions = default)
    {
        var first = reckoning.CountFirstDay ? day0 : day0.AddDays(1);
        var suspended = SuspendedDays.From(first, suspensions);
        var nominal = Nominal(budget, day0, calendar.Days, reckoning, suspended);
        var notes = ImmutableArray.CreateBuilder<DayNote>();
        if (!reckoning.CountFirstDay)
        {
            notes.Add(Note(day0, DayStep.DayZero));
        }
        var number = 0;
        for (var day = first; day <= nominal; day = day.AddDays(1))
        {
            if (suspended.EndAt(day) is not null)
            {
                notes.Add(Note(day, DayStep.Suspended));
            }
            else if (budget.Unit is PeriodUnit.Days || (budget.Unit is PeriodUnit.WorkingDays && calendar.IsWorkingDay(day)))
            {
                notes.Add(Note(day, DayStep.Counted) with { Number = ++number });
            }
            else if (budget.Unit is PeriodUnit.WorkingDays)
            {
                notes.Add(Note(day, DayStep.Skipped));
            }
            else if (day == nominal)
            {
                notes.Add(Note(day, DayStep.Named));
            }
        }
        var last = Rolled(nominal, calendar.Days, reckoning.Roll, suspended);
        AddRoll(notes, nominal, last, calendar, suspended);
        return notes.ToImmutable();

        DayNote Note(DateOnly day, DayStep step) => new(day, step, calendar.Describe(day));
    }

    /// <summary>The printed date and the days it rolled over.</summary>
    public static ImmutableArray<DayNote> ExplainFixedDate(DateOnly printed, WorkingCalendar calendar, Roll roll = Roll.NextWorkingDay)
    {
        var notes = ImmutableArray.CreateBuilder<DayNote>();
        notes.Add(new DayNote(printed, DayStep.Named, calendar.Describe(printed)));
        AddRoll(notes, printed, FixedDate(printed, calendar, roll).Last, calendar, []);
        return notes.ToImmutable();
    }

    /// <summary>From the date back to the reminder; days are numbered backwards from it.</summary>
    public static ImmutableArray<DayNote> ExplainBefore(DateOnly date, Period period, WorkingCalendar calendar)
    {
        var reminder = Before(date, period, calendar).Last;
        var notes = ImmutableArray.CreateBuilder<DayNote>();
        notes.Add(new DayNote(date, DayStep.DayZero, calendar.Describe(date)));
        var number = 0;
        for (var day = date.AddDays(-1); day >= reminder && period.Unit is PeriodUnit.WorkingDays; day = day.AddDays(-1))
        {
            notes.Add(calendar.IsWorkingDay(day)
                ? new DayNote(day, DayStep.Counted, calendar.Describe(day), ++number)
                : new DayNote(day, DayStep.Skipped, calendar.Describe(day)));
        }
        if (period.Unit is not PeriodUnit.WorkingDays)
        {
            notes.Add(new DayNote(reminder, DayStep.RolledTo, calendar.Describe(reminder)));
        }
        return notes.ToImmutable();
    }

    private static void AddRoll(
        ImmutableArray<DayNote>.Builder notes, DateOnly nominal, DateOnly last, WorkingCalendar calendar,
        ImmutableArray<(DateOnly From, DateOnly To)> suspended)
    {
        for (var day = nominal.AddDays(1); day <= last; day = day.AddDays(1))
        {
            var step = day == last ? DayStep.RolledTo
                : suspended.EndAt(day) is not null ? DayStep.Suspended
                : DayStep.RolledOver;
            notes.Add(new DayNote(day, step, calendar.Describe(day)));
        }
    }
}
