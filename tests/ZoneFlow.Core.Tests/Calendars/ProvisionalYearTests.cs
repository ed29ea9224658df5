using ZoneFlow.Core.Calendars;
using static ZoneFlow.TestKit.ChinaCalendar;

namespace ZoneFlow.Core.Tests.Calendars;

public sealed class ProvisionalYearTests
{
    [Theory]
    [InlineData(2027, "01-01..01-03 02-05..02-12 04-03..04-05 05-01..05-05 06-09 09-15 10-01..10-07")]
    [InlineData(2028, "01-01..01-03 01-25..02-01 04-02..04-04 05-01..05-05 05-27..05-29 10-01..10-08")]
    [InlineData(2029, "12-30..01-01 02-12..02-19 04-04 05-01..05-05 06-16..06-18 09-22..09-24 10-01..10-07")]
    [InlineData(2030, "12-30..01-01 02-02..02-09 04-05..04-07 05-01..05-05 06-05 09-12..09-14 10-01..10-07")]
    [InlineData(2031, "01-01 01-22..01-29 04-05..04-07 05-01..05-05 06-22..06-24 10-01..10-08")]
    public void Arranging_AYearWithoutNotice_FollowsThePrinciple(int year, string spans) =>
        Assert.Equal(spans, string.Join(' ', ProvisionalYear.Of(year).Select(h => h.From == h.To ? $"{h.From:MM-dd}" : $"{h.From:MM-dd}..{h.To:MM-dd}")));

    [Theory]
    [InlineData(2027, "02-05", "04-05", "06-09", "09-15")]
    [InlineData(2028, "01-25", "04-04", "05-28", "10-03")]
    [InlineData(2029, "02-12", "04-04", "06-16", "09-22")]
    [InlineData(2030, "02-02", "04-05", "06-05", "09-12")]
    [InlineData(2031, "01-22", "04-05", "06-24", "10-01")]
    [InlineData(2032, "02-10", "04-04", "06-12", "09-19")]
    [InlineData(2033, "01-30", "04-04", "06-01", "09-08")]
    [InlineData(2034, "02-18", "04-05", "06-20", "09-27")]
    [InlineData(2035, "02-07", "04-05", "06-10", "09-16")]
    [InlineData(2036, "01-27", "04-04", "05-30", "10-04")]
    [InlineData(2037, "02-14", "04-04", "06-18", "09-24")]
    [InlineData(2038, "02-03", "04-05", "06-07", "09-13")]
    [InlineData(2039, "01-23", "04-05", "05-27", "10-02")]
    [InlineData(2040, "02-11", "04-04", "06-14", "09-20")]
    [InlineData(2041, "01-31", "04-04", "06-03", "09-10")]
    [InlineData(2042, "01-21", "04-04", "06-22", "09-28")]
    [InlineData(2043, "02-09", "04-05", "06-11", "09-17")]
    [InlineData(2044, "01-29", "04-04", "05-31", "10-05")]
    [InlineData(2045, "02-16", "04-04", "06-19", "09-25")]
    public void Statutory_DaysOfAYear_AreTheAlmanacs(int year, string eve, string qingming, string dragon, string midAutumn) =>
        Assert.Equal(
            (eve, qingming, dragon, midAutumn),
            ($"{ProvisionalYear.NewYearsEve(year):MM-dd}", $"{ProvisionalYear.Qingming(year):MM-dd}", $"{ProvisionalYear.Dragon(year):MM-dd}", $"{ProvisionalYear.MidAutumn(year):MM-dd}"));

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Principle_TriedOnAnnouncedYears_GivesEveryWeekdayOff(int year)
    {
        var foretold = ProvisionalYear.Of(year).SelectMany(h => Enumerable.Range(h.From.DayNumber, h.To.DayNumber - h.From.DayNumber + 1))
            .Select(DateOnly.FromDayNumber).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            if (Today.Describe(day).Kind is DayKind.Holiday && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                Assert.Contains(day, foretold);
            }
        }
        Assert.All(foretold, day => Assert.False(Today.IsWorkingDay(day)));
    }

    [Fact]
    public void Statutory_DaysOfEveryYear_AreThirteenAndOff()
    {
        for (var year = 2027; year <= ProvisionalYear.Last; year++)
        {
            var days = ProvisionalYear.StatutoryDays(year);
            Assert.Equal(13, days.Length);
            Assert.All(days, day => Assert.False(Today.IsWorkingDay(day)));
        }
    }
}
