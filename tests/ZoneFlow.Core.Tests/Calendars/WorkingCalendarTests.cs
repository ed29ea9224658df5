using ZoneFlow.Core.Calendars;
using ZoneFlow.TestKit;
using static ZoneFlow.TestKit.ChinaCalendar;

namespace ZoneFlow.Core.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData(2018, 23, 6)]
    [InlineData(2019, 24, 7)]
    [InlineData(2020, 30, 6)]
    [InlineData(2021, 31, 7)]
    [InlineData(2022, 31, 7)]
    [InlineData(2023, 27, 7)]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void Notices_OfAYear_HaveItsTotals(int year, int daysOff, int makeUpDays)
    {
        var standing = Revisions.Where(r => r.Year == year).SelectMany(r => r.Holidays).GroupBy(h => h.Festival).Select(g => g.Last()).ToList();
        Assert.Equal(daysOff, standing.Sum(h => h.To.DayNumber - h.From.DayNumber + 1));
        Assert.Equal(makeUpDays, standing.Sum(h => h.Worked.Length));
    }

    [Theory]
    [InlineData("2025-03-10", DayKind.Working, null)]
    [InlineData("2025-03-08", DayKind.Weekend, null)]
    [InlineData("2025-01-29", DayKind.Holiday, "春节")]
    [InlineData("2025-09-28", DayKind.MakeUp, "国庆节、中秋节")]
    [InlineData("2018-12-29", DayKind.MakeUp, "元旦")]
    [InlineData("2018-12-31", DayKind.Holiday, "元旦")]
    [InlineData("2022-12-31", DayKind.Holiday, "元旦")]
    [InlineData("2020-02-01", DayKind.Holiday, "春节")]
    [InlineData("2027-02-05", DayKind.ProvisionalHoliday, "春节")]
    [InlineData("2033-09-08", DayKind.ProvisionalHoliday, "中秋节")]
    [InlineData("2017-10-02", DayKind.Working, null)]
    public void Describing_ADay_NamesItsReason(string date, DayKind kind, string? festival) =>
        Assert.Equal(new DayReason(kind, festival), Today.Describe(Day(date)));

    [Theory]
    [InlineData("2020-02-01", "2020-01-25", true)]
    [InlineData("2020-02-01", "2020-01-26", false)]
    [InlineData("2020-01-31", "2020-01-25", true)]
    [InlineData("2020-01-31", "2020-01-26", false)]
    [InlineData("2019-04-28", "2019-03-21", false)]
    [InlineData("2019-04-28", "2019-03-22", true)]
    [InlineData("2019-05-02", "2019-03-21", true)]
    [InlineData("2019-05-02", "2019-03-22", false)]
    [InlineData("2018-12-31", "2018-12-05", true)] // the notice for 2019 had not yet reached back
    [InlineData("2018-12-31", "2018-12-06", false)]
    public void Asking_AsOfADate_AnswersWhatWasKnown(string date, string asOf, bool working) =>
        Assert.Equal(working, AsOf(asOf).IsWorkingDay(Day(date)));

    [Fact]
    public void Horizon_IsTheEndOfTheLastYearWithANotice()
    {
        Assert.Equal(Day("2026-12-31"), Today.OfficialThrough);
        Assert.Equal(Day("2025-12-31"), AsOf("2025-11-03").OfficialThrough);
        Assert.Equal(Day("2018-01-01"), Today.OfficialFrom);
    }

    [Fact]
    public void Revision_IsItsLatestNoticeAndADigest()
    {
        Assert.StartsWith("2025-11-04.", Today.Revision, StringComparison.Ordinal);
        Assert.Equal(Today.Revision, WorkingCalendar.Of(Revisions).Revision);
        Assert.Equal(11, Revisions.Select(r => WorkingCalendar.Of(Revisions, r.Published).Revision).Distinct().Count());
    }

    [Fact]
    public void EveryDay_FromTableEndsToBeyond_AgreesWithThePlainReading()
    {
        var end = RunSize.Of(2036, 2105);
        for (var day = Day("2016-01-01"); day.Year < end; day = day.AddDays(1))
        {
            Assert.True(NaiveCalendar.IsWorking(Revisions, day) == Today.IsWorkingDay(day), $"{day:O}");
        }
    }

    [Fact]
    public void Walking_FromEveryDay_FindsTheNeighbouringWorkingDays()
    {
        for (var day = Day("2016-06-01"); day.Year < 2104; day = day.AddDays(1))
        {
            var next = day;
            while (!Today.IsWorkingDay(next))
            {
                next = next.AddDays(1);
            }
            var previous = day;
            while (!Today.IsWorkingDay(previous))
            {
                previous = previous.AddDays(-1);
            }
            Assert.Equal((next, previous), (Today.NextWorkingDay(day), Today.PreviousWorkingDay(day)));
        }
    }

    [Fact]
    public void Change_ThatTakesDaysOffBack_ReplacesTheFestivalAndLeavesTheRest()
    {
        var shorter = new HolidayArrangement("国庆节", Day("2026-10-01"), Day("2026-10-05"), [Day("2026-10-10")]);
        var changed = WorkingCalendar.Of([.. Revisions, new CalendarRevision("2026-08-01", "", Day("2026-08-01"), 2026, [shorter], "2025-11-04")]);
        Assert.Equal(
            [true, true, false, true],
            new[] { "2026-10-06", "2026-10-07", "2026-09-20", "2026-10-10" }.Select(d => changed.IsWorkingDay(Day(d))));
        Assert.Equal(new DayReason(DayKind.Holiday, "春节"), changed.Describe(Day("2026-02-16")));
        Assert.StartsWith("2026-08-01.", changed.Revision, StringComparison.Ordinal);
    }

    [Fact]
    public void Building_BeforeTheFirstNotice_Throws() => Assert.Throws<ArgumentException>(() => AsOf("2017-11-29"));

    [Fact]
    public void Building_FromRevisionsThatContradict_Throws()
    {
        var notice = Revisions[0];
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Of([notice, notice]));
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Of([notice, notice with { Id = "other" }]));
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Of([notice, notice with { Id = "other", Replaces = "nothing" }]));
    }
}
