using System.Collections.Immutable;

namespace ZoneFlow.Core.Calendars;

/// <summary>
/// The Chinese working calendar as some set of notices makes it. A day in a notice's holiday range is off, else a make-up day is
/// worked, else Monday to Friday are (R6). Years after the last notice are filled in by <see cref="ProvisionalYear"/>, up to 2099;
/// before the first and after that, weekends alone.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, DayReason> _named;
    private readonly WorkingDays _days;

    private WorkingCalendar(string revision, DateOnly officialFrom, DateOnly officialThrough, ImmutableArray<HolidayArrangement> arranged)
    {
        (Revision, OfficialFrom, OfficialThrough) = (revision, officialFrom, officialThrough);
        var provisional = Enumerable.Range(officialThrough.Year + 1, Math.Max(0, ProvisionalYear.Last - officialThrough.Year)).ToArray();
        _named = Name(arranged, provisional.SelectMany(year => ProvisionalYear.Of(year)), officialThrough);
        var statutory = provisional.SelectMany(year => ProvisionalYear.StatutoryDays(year)).ToHashSet();
        var (first, last) = (officialFrom.AddDays(-31), new DateOnly(ProvisionalYear.Last, 12, 31));
        _days = new WorkingDays(first, last, date => Describe(date).IsWorking);
        MostWorked = new WorkingDays(first, last, date => date > officialThrough ? !statutory.Contains(date) : Describe(date).IsWorking);
    }

    /// <summary>Names the days as they are: the latest notice and a digest of every arrangement, so that another day is another name.</summary>
    public string Revision { get; }

    /// <summary>The first day that a notice covers.</summary>
    public DateOnly OfficialFrom { get; }

    /// <summary>The last day that a notice covers: the end of the last year with one.</summary>
    public DateOnly OfficialThrough { get; }

    internal WorkingDays Days => _days;

    /// <summary>As many working days as any notice to come could make: all but the days off by statute. For the earliest a date could be.</summary>
    internal WorkingDays MostWorked { get; }

    /// <param name="revisions">In any order; each year has one first notice and any number of changes.</param>
    /// <param name="asOf">Leaves out what was published after this date.</param>
    /// <param name="region">The region whose own days off are counted as well; other regions' are left out.</param>
    /// <exception cref="ArgumentException">No notice is left, an id or a year stands twice, or a change replaces nothing.</exception>
    public static WorkingCalendar Of(IEnumerable<CalendarRevision> revisions, DateOnly? asOf = null, string? region = null)
    {
        ImmutableArray<CalendarRevision> all =
        [
            .. revisions.Where(r => (asOf is null || r.Published <= asOf) && (r.Region is null || r.Region == region))
                .OrderBy(r => r.Published).ThenBy(r => r.Id, StringComparer.Ordinal),
        ];
        ImmutableArray<CalendarRevision> known = [.. all.Where(r => r.Region is null)];
        if (known.IsEmpty)
        {
            throw new ArgumentException("A calendar needs at least one notice; none was published by the date asked for.");
        }
        var years = CalendarYears.Arrange(known);
        var first = years.Keys.First();
        var last = first;
        while (years.ContainsKey(last + 1))
        {
            last++;
        }
        ImmutableArray<HolidayArrangement> arranged = [.. years.Values.SelectMany(y => y), .. CalendarYears.Regional(all)];
        return new WorkingCalendar(
            $"{all[^1].Id}.{CalendarYears.Digest(arranged)}", new DateOnly(first, 1, 1), new DateOnly(last, 12, 31), arranged);
    }

    public bool IsWorkingDay(DateOnly date) => _days.IsWorking(date);

    public DayReason Describe(DateOnly date) =>
        _named.TryGetValue(date, out var named) ? named : new DayReason(IsWeekend(date) ? DayKind.Weekend : DayKind.Working);

    /// <summary>Whether a notice covers the day.</summary>
    public bool IsOfficial(DateOnly date) => date >= OfficialFrom && date <= OfficialThrough;

    /// <summary>The first working day at or after a date.</summary>
    public DateOnly NextWorkingDay(DateOnly date) => _days.Nth(date, 1);

    /// <summary>The last working day at or before a date.</summary>
    public DateOnly PreviousWorkingDay(DateOnly date) => _days.Nth(date.AddDays(1), 0);

    /// <summary>The nth working day after a date, before it for a negative n; the date itself for 0.</summary>
    public DateOnly AddWorkingDays(DateOnly date, int n) => n switch
    {
        0 => date,
        > 0 => _days.Nth(date.AddDays(1), n),
        _ => _days.Nth(date, n + 1),
    };

    /// <summary>Both ends included.</summary>
    public int CountWorkingDays(DateOnly from, DateOnly to) => _days.Count(from, to);

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static Dictionary<DateOnly, DayReason> Name(
        ImmutableArray<HolidayArrangement> arranged, IEnumerable<HolidayArrangement> provisional, DateOnly officialThrough)
    {
        var named = new Dictionary<DateOnly, DayReason>();
        foreach (var (holiday, day) in DaysOf(provisional).Where(d => d.Day > officialThrough))
        {
            named.TryAdd(day, new DayReason(DayKind.ProvisionalHoliday, holiday.Festival));
        }
        foreach (var holiday in arranged)
        {
            foreach (var day in holiday.Worked)
            {
                named[day] = new DayReason(DayKind.MakeUp, holiday.Festival);
            }
        }
        foreach (var (holiday, day) in DaysOf(arranged))
        {
            named[day] = new DayReason(DayKind.Holiday, holiday.Festival);
        }
        return named;
    }

    private static IEnumerable<(HolidayArrangement Holiday, DateOnly Day)> DaysOf(IEnumerable<HolidayArrangement> holidays) =>
        holidays.SelectMany(h => Enumerable.Range(h.From.DayNumber, h.To.DayNumber - h.From.DayNumber + 1)
            .Select(number => (h, DateOnly.FromDayNumber(number))));
}
