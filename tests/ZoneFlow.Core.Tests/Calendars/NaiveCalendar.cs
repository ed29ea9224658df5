using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Tests.Calendars;

/// <summary>The rules a second time, as slowly and plainly as they are written down, to compare with.</summary>
internal static class NaiveCalendar
{
    public static DateOnly Last(
        Period period, DateOnly day0, Func<DateOnly, bool> isWorking, Reckoning reckoning, IReadOnlyCollection<Suspension> suspensions)
    {
        bool Suspended(DateOnly d) => suspensions.Any(s => d >= s.From && d <= (s.To ?? s.From));
        var first = reckoning.CountFirstDay ? day0 : day0.AddDays(1);
        var last = first.AddDays(-1);
        if (period.Unit is PeriodUnit.Days or PeriodUnit.WorkingDays)
        {
            for (var left = period.Count; left > 0;)
            {
                last = last.AddDays(1);
                left -= !Suspended(last) && (period.Unit is PeriodUnit.Days || isWorking(last)) ? 1 : 0;
            }
        }
        else
        {
            var months = period.Count * (period.Unit is PeriodUnit.Years ? 12 : 1);
            var end = day0.AddMonths(months);
            if (reckoning.CountFirstDay && end.Day == day0.Day)
            {
                end = end.AddDays(-1);
            }
            for (var left = end.DayNumber - last.DayNumber; left > 0;)
            {
                last = last.AddDays(1);
                left -= Suspended(last) ? 0 : 1;
            }
        }
        while (reckoning.Roll is Roll.NextWorkingDay && (!isWorking(last) || Suspended(last)))
        {
            last = last.AddDays(1);
        }
        return last;
    }

    public static bool IsWorking(IReadOnlyCollection<CalendarRevision> revisions, DateOnly date)
    {
        var lastYear = revisions.Max(r => r.Year);
        var standing = revisions.SelectMany(r => r.Holidays.Where(h => !revisions.Any(c => c.Replaces == r.Id && c.Holidays.Any(n => n.Festival == h.Festival)))).ToList();
        if (standing.Any(h => date >= h.From && date <= h.To))
        {
            return false;
        }
        if (standing.Any(h => h.Worked.Contains(date)))
        {
            return true;
        }
        var off = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return !off && !(date.Year > lastYear && Provisional(date));
    }

    private static bool Provisional(DateOnly date) =>
        new[] { date.Year, date.Year + 1 }.Where(y => y <= ProvisionalYear.Last)
            .SelectMany(y => ProvisionalYear.Of(y)).Any(h => date >= h.From && date <= h.To);
}
