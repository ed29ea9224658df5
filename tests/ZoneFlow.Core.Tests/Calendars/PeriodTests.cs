using ZoneFlow.Core.Calendars;
using static ZoneFlow.TestKit.ChinaCalendar;

namespace ZoneFlow.Core.Tests.Calendars;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("5wd", 5, PeriodUnit.WorkingDays)]
    [InlineData("7d", 7, PeriodUnit.Days)]
    [InlineData("2mo", 2, PeriodUnit.Months)]
    [InlineData("2y", 2, PeriodUnit.Years)]
    [InlineData("36500d", 36500, PeriodUnit.Days)]
    public void Parsing_APeriod_GivesTheSameTextBack(string text, int count, PeriodUnit unit)
    {
        Assert.Equal(new Period(count, unit), Period.Parse(text));
        Assert.Equal(text, Period.Parse(text).ToString());
    }

    [Theory]
    [InlineData("0d", "no length")]
    [InlineData("000wd", "no length")]
    [InlineData("-5d", "negative")]
    [InlineData("36501d", "hundred years")]
    [InlineData("99999999999999999999wd", "hundred years")]
    [InlineData("101y", "hundred years")]
    [InlineData("05d", "zero")]
    [InlineData("5", "no period")]
    [InlineData("wd", "no period")]
    [InlineData("5 wd", "no period")]
    [InlineData("5WD", "no period")]
    [InlineData("٥d", "no period")]
    [InlineData("", "no period")]
    [InlineData(null, "no period")]
    public void Parsing_WhatIsNone_IsRefusedWithAReason(string? text, string reason)
    {
        Assert.False(Period.TryParse(text, out _, out var said));
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("02-last", 2028, "2028-02-29")]
    [InlineData("02-last", 2026, "2026-02-28")]
    [InlineData("04-30", 2026, "2026-04-30")]
    [InlineData("12-last", 2026, "2026-12-31")]
    public void MonthDay_InAYear_IsThatDate(string text, int year, string date)
    {
        Assert.Equal(Day(date), MonthDay.Parse(text).In(year));
        Assert.Equal(text, MonthDay.Parse(text).ToString());
    }

    [Theory]
    [InlineData("02-29", "02-last")]
    [InlineData("02-30", "no date")]
    [InlineData("13-last", "no date")]
    [InlineData("1-31", "no date")]
    [InlineData("last", "no date")]
    [InlineData(null, "no date")]
    public void MonthDay_ThatIsNone_IsRefusedWithAReason(string? text, string reason)
    {
        Assert.False(MonthDay.TryParse(text, out _, out var said));
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-03-10", "2025-03-10")]
    [InlineData("2025-03-09T16:00:00Z", "2025-03-10")]
    [InlineData("2025-03-09T15:59:59.999Z", "2025-03-09")]
    [InlineData("2025-03-10T00:00+08:00", "2025-03-10")]
    [InlineData("2025-03-09T11:00:00-05:00", "2025-03-10")]
    [InlineData("2024-12-31T16:00:00Z", "2025-01-01")]
    [InlineData("2025-01-01T01:00:00.5+14:00", "2024-12-31")]
    public void ReadingADate_OrAnInstant_GivesTheDateAtUtc8(string text, string date)
    {
        Assert.True(CivilDate.TryParseDateOrInstant(text, out var read));
        Assert.Equal(Day(date), read);
        if (text.Length > 10)
        {
            Assert.Equal(read, CivilDate.Of(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [InlineData("2025-02-29")]
    [InlineData("2025-3-10")]
    [InlineData("2025/03/10")]
    [InlineData("2025-03-09T16:00:00")]
    [InlineData("2025-03-09T24:00:00Z")]
    [InlineData("2025-03-09T16:00:61Z")]
    [InlineData("2025-03-09T16:00:00.Z")]
    [InlineData("2025-03-09 16:00:00Z")]
    [InlineData("2025-03-09T16:00:00+8")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T20:00:00Z")]
    [InlineData("")]
    public void ReadingADate_ThatIsNone_IsRefused(string text) => Assert.False(CivilDate.TryParseDateOrInstant(text, out _));

    [Fact]
    public void StartOfADay_IsSixteenHundredUtcTheDayBefore() =>
        Assert.Equal((Day("2025-03-10"), TimeSpan.Zero, 16), (CivilDate.Of(CivilDate.StartOf(Day("2025-03-10"))), CivilDate.StartOf(Day("2025-03-10")).Offset, CivilDate.StartOf(Day("2025-03-10")).Hour));
}
