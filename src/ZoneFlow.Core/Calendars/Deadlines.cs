using System.Collections.Immutable;
using System.Diagnostics;

namespace ZoneFlow.Core.Calendars;

/// <summary>
/// The last day of a period, from its anchor, its budget and its suspensions. Nothing else goes in: the same arguments give the
/// same date for ever. The rules R1 to R14 are those of 民法典 201 to 203 and the switches beside them.
/// </summary>
public static partial class Deadlines
{
    /// <summary>
    /// Suspended days are not counted in days and working days; months and years end that many days later, then roll (and not
    /// onto a suspended day). An open suspension counts as its first day alone, and the answer says that the clock stands still.
    /// </summary>
    /// <param name="day0">The day of the event, rest day or not (R1).</param>
    public static DeadlineDate Compute(
        Period budget, DateOnly day0, WorkingCalendar calendar, Reckoning reckoning, ImmutableArray<Suspension> suspensions = default)
    {
        var first = reckoning.CountFirstDay ? day0 : day0.AddDays(1);
        var suspended = SuspendedDays.From(first, suspensions);
        var nominal = Nominal(budget, day0, calendar.Days, reckoning, suspended);
        var last = Rolled(nominal, calendar.Days, reckoning.Roll, suspended);

        var byWorkingDays = budget.Unit is PeriodUnit.WorkingDays;
        var provisional = (byWorkingDays || reckoning.Roll is Roll.NextWorkingDay)
            && (last > calendar.OfficialThrough || (byWorkingDays ? first : nominal) < calendar.OfficialFrom);
        var earliest = provisional
            ? Rolled(Nominal(budget, day0, calendar.MostWorked, reckoning, suspended), calendar.MostWorked, reckoning.Roll, suspended)
            : last;
        return new DeadlineDate(last, provisional, earliest, IsHeld(suspensions, last));
    }

    /// <summary>R8: a printed date, 2月底前. The breach comes after the rolled date.</summary>
    public static DeadlineDate FixedDate(DateOnly printed, WorkingCalendar calendar, Roll roll = Roll.NextWorkingDay)
    {
        if (roll is Roll.None)
        {
            return new DeadlineDate(printed, false, printed);
        }
        var last = calendar.NextWorkingDay(printed);
        var provisional = last > calendar.OfficialThrough || printed < calendar.OfficialFrom;
        return new DeadlineDate(last, provisional, provisional ? calendar.MostWorked.Nth(printed, 1) : last);
    }

    /// <summary>R8: what reminders aim at when the date is a printed one.</summary>
    public static DateOnly LastWorkingDayNotAfter(DateOnly date, WorkingCalendar calendar) => calendar.PreviousWorkingDay(date);

    /// <summary>
    /// The day of a reminder so long before a date: the nth working day before it, or the corresponding day, brought forward to a
    /// working day, since reminders go out on one.
    /// </summary>
    public static DeadlineDate Before(DateOnly date, Period period, WorkingCalendar calendar)
    {
        var day = period.Unit switch
        {
            PeriodUnit.WorkingDays => calendar.AddWorkingDays(date, -period.Count),
            PeriodUnit.Days => calendar.PreviousWorkingDay(date.AddDays(-period.Count)),
            PeriodUnit.Months => calendar.PreviousWorkingDay(date.AddMonths(-period.Count)),
            PeriodUnit.Years => calendar.PreviousWorkingDay(date.AddYears(-period.Count)),
            _ => throw new UnreachableException(),
        };
        var lastLookedAt = period.Unit is PeriodUnit.WorkingDays ? date.AddDays(-1) : day;
        return new DeadlineDate(day, !calendar.IsOfficial(lastLookedAt) || !calendar.IsOfficial(day), day);
    }

    /// <summary>R11: a date once published never moves earlier; the later of the two holds.</summary>
    public static DeadlineDate KeepPublished(DateOnly printed, DeadlineDate recomputed) => recomputed with
    {
        Last = Later(printed, recomputed.Last),
        EarliestPossible = Later(printed, recomputed.EarliestPossible),
    };

    private static DateOnly Nominal(
        Period budget, DateOnly day0, WorkingDays days, Reckoning reckoning, ImmutableArray<(DateOnly From, DateOnly To)> suspended)
    {
        var first = reckoning.CountFirstDay ? day0 : day0.AddDays(1);
        var count = budget.Count;
        var last = budget.Unit switch
        {
            PeriodUnit.WorkingDays => days.Nth(first, count),
            PeriodUnit.Days => first.AddDays(count - 1),
            PeriodUnit.Months => Corresponding(day0, count, reckoning.CountFirstDay),
            PeriodUnit.Years => Corresponding(day0, count * 12, reckoning.CountFirstDay),
            _ => throw new UnreachableException(),
        };
        foreach (var (from, to) in suspended)
        {
            if (from > last)
            {
                break;
            }
            if (budget.Unit is PeriodUnit.WorkingDays)
            {
                count += days.Count(from, to);
                last = days.Nth(first, count);
            }
            else
            {
                last = last.AddDays(to.DayNumber - from.DayNumber + 1);
            }
        }
        return last;
    }

    // R4. With the first day counted a month from 1 March ends on the 31st, and one from 31 January with February.
    private static DateOnly Corresponding(DateOnly day0, int months, bool countFirstDay)
    {
        var sameDay = day0.AddMonths(months);
        return countFirstDay && sameDay.Day == day0.Day ? sameDay.AddDays(-1) : sameDay;
    }

    private static DateOnly Rolled(DateOnly last, WorkingDays days, Roll roll, ImmutableArray<(DateOnly From, DateOnly To)> suspended)
    {
        if (roll is Roll.None)
        {
            return last;
        }
        var rolled = days.Nth(last, 1);
        while (suspended.EndAt(rolled) is { } end)
        {
            rolled = days.Nth(end.AddDays(1), 1);
        }
        return rolled;
    }

    private static bool IsHeld(ImmutableArray<Suspension> suspensions, DateOnly last)
    {
        if (!suspensions.IsDefaultOrEmpty)
        {
            foreach (var suspension in suspensions)
            {
                if (suspension.To is null && suspension.From <= last)
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
