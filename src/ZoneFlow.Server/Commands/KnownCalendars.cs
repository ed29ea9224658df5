using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Server.Commands;

/// <summary>The calendar as it was known on any date, built once for each set of notices.</summary>
internal sealed class KnownCalendars(ImmutableArray<CalendarRevision> revisions)
{
    private readonly ImmutableArray<DateOnly> _published = [.. revisions.Select(r => r.Published).Order()];
    private readonly WorkingCalendar?[] _byKnownCount = new WorkingCalendar?[revisions.Length + 1];

    /// <summary>Null when nothing was published by then.</summary>
    public WorkingCalendar? AsOf(DateOnly? date)
    {
        var known = date is null ? _published.Length : _published.Count(p => p <= date);
        return known == 0 ? null : _byKnownCount[known] ??= WorkingCalendar.Of(revisions, date);
    }
}
