using System.Collections.Immutable;
using System.Globalization;

namespace ZoneFlow.Core.Calendars;

/// <summary>
/// What a year without a notice will most likely look like: the statutory days of 2025 on, arranged by the principle the State
/// Council published with them. Make-up days cannot be foretold and are absent.
/// </summary>
public static class ProvisionalYear
{
    /// <summary>The formula for 清明 holds through this century; the lunar calendar ends soon after.</summary>
    public const int Last = 2099;

    private const int First = 2001;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The days off as spans, in order of date; a first span may begin in the December before.</summary>
    public static ImmutableArray<HolidayArrangement> Of(int year)
    {
        var midAutumn = MidAutumn(year);
        var national = new DateOnly(year, 10, 1);
        var meets = midAutumn >= national && midAutumn <= national.AddDays(7);
        ImmutableArray<HolidayArrangement> known =
        [
            ShortHoliday(Festivals.NewYear, new DateOnly(year, 1, 1)),
            Span(Festivals.Spring, NewYearsEve(year), 8),
            ShortHoliday(Festivals.Qingming, Qingming(year)),
            Span(Festivals.Labour, new DateOnly(year, 5, 1), 5),
            ShortHoliday(Festivals.Dragon, Dragon(year)),
        ];
        return meets
            ? [.. known, Span($"{Festivals.National}、{Festivals.MidAutumn}", national, 8)]
            : [.. known, ShortHoliday(Festivals.MidAutumn, midAutumn), Span(Festivals.National, national, 7)];
    }

    /// <summary>The thirteen days that are off by statute: no notice can have them worked.</summary>
    public static ImmutableArray<DateOnly> StatutoryDays(int year)
    {
        var eve = NewYearsEve(year);
        return
        [
            new(year, 1, 1), eve, eve.AddDays(1), eve.AddDays(2), eve.AddDays(3), Qingming(year), new(year, 5, 1), new(year, 5, 2),
            Dragon(year), MidAutumn(year), new(year, 10, 1), new(year, 10, 2), new(year, 10, 3),
        ];
    }

    /// <summary>除夕.</summary>
    public static DateOnly NewYearsEve(int year) => LunarDate(year, 1, 1).AddDays(-1);

    /// <summary>The day the sun stands at 15 degrees, at UTC+8, by the customary formula for this century.</summary>
    public static DateOnly Qingming(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, First);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Last);
        var y = year % 100;
        return new DateOnly(year, 4, (int)((y * 0.2422m) + 4.81m) - (y / 4));
    }

    /// <summary>五月初五.</summary>
    public static DateOnly Dragon(int year) => LunarDate(year, 5, 5);

    /// <summary>八月十五.</summary>
    public static DateOnly MidAutumn(int year) => LunarDate(year, 8, 15);

    private static DateOnly LunarDate(int year, int month, int day)
    {
        // .NET wants the month's position: a leap month at position p pushes month p and all after it one on.
        var leap = Lunar.GetLeapMonth(year);
        var position = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, position, day, 0, 0, 0, 0));
    }

    // Three days with the nearest weekend, by 连休 or 调休; a Wednesday stands alone.
    private static HolidayArrangement ShortHoliday(string festival, DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Wednesday => Span(festival, day, 1),
        DayOfWeek.Monday or DayOfWeek.Tuesday => Span(festival, day.AddDays(-2), 3),
        DayOfWeek.Sunday => Span(festival, day.AddDays(-1), 3),
        _ => Span(festival, day, 3),
    };

    private static HolidayArrangement Span(string festival, DateOnly from, int days) => new(festival, from, from.AddDays(days - 1), []);
}
