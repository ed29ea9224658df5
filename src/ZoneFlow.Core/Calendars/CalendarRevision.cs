using System.Collections.Immutable;

namespace ZoneFlow.Core.Calendars;

/// <summary>
/// One notice of the State Council's office on a year's holidays, or its later change to a running year. A change names the
/// revision it replaces and lists only the festivals it arranges anew; the others stand.
/// </summary>
/// <param name="Id">Short and stable: the notice's date, and a letter if a day had two.</param>
/// <param name="Notice">文号.</param>
/// <param name="Published">The day it was known from: <c>--as-of</c> an earlier date does not see it.</param>
/// <param name="Year">The year arranged; its days may reach into the December before.</param>
/// <param name="Holidays">In order of date.</param>
/// <param name="Replaces">The id of the revision it changes; null for a year's first notice.</param>
/// <param name="Source">Where it can be read.</param>
/// <param name="Region">Null for the State Council's. A region's own days off are a second layer, counted only by an office that has switched it on.</param>
public sealed record CalendarRevision(
    string Id,
    string Notice,
    DateOnly Published,
    int Year,
    ImmutableArray<HolidayArrangement> Holidays,
    string? Replaces = null,
    string? Source = null,
    string? Region = null)
{
    /// <summary>Whether it says the same, day for day: records that hold collections do not compare by content.</summary>
    public bool Says(CalendarRevision other) =>
        (Id, Notice, Published, Year, Replaces, Region) == (other.Id, other.Notice, other.Published, other.Year, other.Replaces, other.Region)
        && Holidays.Length == other.Holidays.Length
        && Holidays.Zip(other.Holidays).All(p =>
            (p.First.Festival, p.First.From, p.First.To) == (p.Second.Festival, p.Second.From, p.Second.To) && p.First.Worked.SequenceEqual(p.Second.Worked));
}
