using System.Collections.Immutable;

namespace ZoneFlow.Core.Calendars;

/// <summary>One festival of one year: the days off, both ends included, and the Saturdays and Sundays worked in exchange (调休上班).</summary>
public sealed record HolidayArrangement(string Festival, DateOnly From, DateOnly To, ImmutableArray<DateOnly> Worked);
