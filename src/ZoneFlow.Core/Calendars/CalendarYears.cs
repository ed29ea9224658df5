using System.Collections.Immutable;

namespace ZoneFlow.Core.Calendars;

/// <summary>Puts notices and their changes together, year by year.</summary>
internal static class CalendarYears
{
    /// <summary>Each year's arrangements as they stand after every change, in the order the revisions are given.</summary>
    public static SortedDictionary<int, ImmutableArray<HolidayArrangement>> Arrange(ImmutableArray<CalendarRevision> known)
    {
        var years = new SortedDictionary<int, ImmutableArray<HolidayArrangement>>();
        var yearOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var revision in known)
        {
            if (!yearOf.TryAdd(revision.Id, revision.Year))
            {
                throw new ArgumentException($"Two calendar revisions have the id {revision.Id}.");
            }
            if (revision.Replaces is null)
            {
                if (!years.TryAdd(revision.Year, revision.Holidays))
                {
                    throw new ArgumentException($"{revision.Year} already has a notice; {revision.Id} must say which revision it replaces.");
                }
                continue;
            }
            if (!yearOf.TryGetValue(revision.Replaces, out var year) || year != revision.Year)
            {
                throw new ArgumentException($"{revision.Id} replaces {revision.Replaces}, which is no earlier notice for {revision.Year}.");
            }
            var anew = revision.Holidays.Select(h => h.Festival).ToHashSet(StringComparer.Ordinal);
            years[year] = [.. years[year].Where(h => !anew.Contains(h.Festival)).Concat(revision.Holidays).OrderBy(h => h.From)];
        }
        return years;
    }

    /// <summary>A region's own days off, without the revisions that a later one replaces.</summary>
    public static IEnumerable<HolidayArrangement> Regional(ImmutableArray<CalendarRevision> known)
    {
        var replaced = known.Where(r => r.Region is not null).Select(r => r.Replaces).ToHashSet();
        return known.Where(r => r.Region is not null && !replaced.Contains(r.Id)).SelectMany(r => r.Holidays).OrderBy(h => h.From);
    }

    /// <summary>Eight hexadecimal digits of an FNV-1a hash: tells calendars apart, guards against nothing.</summary>
    public static string Digest(IEnumerable<HolidayArrangement> arranged)
    {
        var hash = 14695981039346656037UL;
        foreach (var holiday in arranged)
        {
            foreach (var c in holiday.Festival)
            {
                Add(c);
            }
            Add(holiday.From.DayNumber);
            Add(holiday.To.DayNumber);
            foreach (var day in holiday.Worked.Order())
            {
                Add(day.DayNumber);
            }
            Add(-1);
        }
        return ((uint)(hash ^ (hash >> 32))).ToString("x8", null);

        void Add(int value)
        {
            for (var shift = 0; shift < 32; shift += 8)
            {
                hash = unchecked((hash ^ (byte)(value >> shift)) * 1099511628211UL);
            }
        }
    }
}
