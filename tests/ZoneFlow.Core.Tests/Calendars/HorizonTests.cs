using ZoneFlow.Core.Calendars;
using static ZoneFlow.TestKit.ChinaCalendar;

namespace ZoneFlow.Core.Tests.Calendars;

/// <summary>What is provisional, at the very edges of what notices cover: 1 January 2018 to 31 December 2026.</summary>
public sealed class HorizonTests
{
    [Theory]
    [InlineData("2026-12-24", "5wd", false)] // Thursday 31 December is the fifth
    [InlineData("2026-12-25", "5wd", true)]
    [InlineData("2017-12-31", "1wd", false)]
    [InlineData("2017-12-30", "1wd", true)]
    [InlineData("2017-12-01", "1mo", false)]
    [InlineData("2017-11-30", "1mo", true)]
    public void Computing_AtTheEdgeOfTheNotices_SaysWhetherItIsProvisional(string from, string period, bool provisional) =>
        Assert.Equal(provisional, Deadlines.Compute(Period.Parse(period), Day(from), Today, Reckoning.Law).Provisional);

    [Theory]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-01", true)]
    [InlineData("2018-01-01", false)]
    [InlineData("2017-12-31", true)]
    public void FixedDate_AtTheEdgeOfTheNotices_SaysWhetherItIsProvisional(string printed, bool provisional)
    {
        var date = Deadlines.FixedDate(Day(printed), Today);
        Assert.Equal(provisional, date.Provisional);
        Assert.Equal(new DeadlineDate(Day(printed), false, Day(printed)), Deadlines.FixedDate(Day(printed), Today, Roll.None));
    }

    [Theory]
    [InlineData("2025-03-18", "3wd", "2025-03-13", false)]
    [InlineData("2025-03-18", "2d", "2025-03-14", false)]
    [InlineData("2025-03-18", "3mo", "2024-12-18", false)]
    [InlineData("2025-03-16", "1y", "2024-03-15", false)]
    [InlineData("2027-01-01", "1wd", "2026-12-31", false)]
    [InlineData("2027-01-02", "1wd", "2026-12-31", true)]
    [InlineData("2018-01-02", "1wd", "2017-12-29", true)]
    public void Before_ADate_GoesBackAndSaysWhetherItIsProvisional(string date, string period, string expected, bool provisional) =>
        Assert.Equal(new DeadlineDate(Day(expected), provisional, Day(expected)), Deadlines.Before(Day(date), Period.Parse(period), Today));

    [Fact]
    public void KeepPublished_OfTwoDates_KeepsTheLater()
    {
        var recomputed = new DeadlineDate(Day("2025-03-17"), true, Day("2025-03-14"));
        Assert.Equal(recomputed, Deadlines.KeepPublished(Day("2025-03-13"), recomputed));
        Assert.Equal(recomputed with { EarliestPossible = Day("2025-03-16") }, Deadlines.KeepPublished(Day("2025-03-16"), recomputed));
        Assert.Equal(new DeadlineDate(Day("2025-03-18"), true, Day("2025-03-18")), Deadlines.KeepPublished(Day("2025-03-18"), recomputed));
    }

    [Theory]
    [InlineData("2025-03-17", true)]
    [InlineData("2025-03-18", false)]
    public void Computing_WithAClockThatStandsStill_SaysSoUpToTheLastDay(string stopped, bool held)
    {
        // Five working days from 10 March end on the 17th, or on the 18th where one of them is not counted.
        var date = Deadlines.Compute(Period.Parse("5wd"), Day("2025-03-10"), Today, Reckoning.Law, [new Suspension(Day(stopped), null)]);
        Assert.Equal((held, Day(held ? "2025-03-18" : "2025-03-17")), (date.Suspended, date.Last));
    }

    [Fact]
    public void Suspensions_ThatTouchOrOverlap_CountEachDayOnce()
    {
        DateOnly Last(params (string From, string To)[] spans) => Deadlines.Compute(
            Period.Parse("5d"), Day("2025-03-10"), Today, Reckoning.Term, [.. spans.Select(s => new Suspension(Day(s.From), Day(s.To)))]).Last;

        Assert.Equal(Day("2025-03-17"), Last(("2025-03-12", "2025-03-13")));
        Assert.Equal(Day("2025-03-17"), Last(("2025-03-13", "2025-03-13"), ("2025-03-12", "2025-03-12")));
        Assert.Equal(Day("2025-03-18"), Last(("2025-03-12", "2025-03-13"), ("2025-03-13", "2025-03-14")));
        Assert.Equal(Day("2025-03-16"), Last(("2025-03-15", "2025-03-15")));
        Assert.Equal(Day("2025-03-15"), Last(("2025-03-16", "2025-03-16")));
        Assert.Equal(Day("2025-03-16"), Last(("2025-03-08", "2025-03-11")));
    }

    [Theory]
    [InlineData("2018-01-01", true)]
    [InlineData("2017-12-31", false)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void Official_AreTheDaysThatNoticesCover(string day, bool official) => Assert.Equal(official, Today.IsOfficial(Day(day)));

    [Fact]
    public void EarliestPossible_PastTheNotices_CountsEveryDayThatANoticeCouldMakeAWorkday()
    {
        // 31 December 2026 is a Thursday: the notice for 2027 could work any day but those off by statute, weekends too.
        var date = Deadlines.Compute(Period.Parse("3wd"), Day("2026-12-30"), Today, Reckoning.Law);
        Assert.Equal((Day("2027-01-05"), Day("2027-01-03")), (date.Last, date.EarliestPossible));
    }

    [Fact]
    public void CountingDays_BetweenTwoDates_IncludesBothAndNoneBackwards()
    {
        Assert.Equal(1, Today.CountWorkingDays(Day("2025-03-10"), Day("2025-03-10")));
        Assert.Equal(0, Today.CountWorkingDays(Day("2025-03-11"), Day("2025-03-10")));
        Assert.Equal(0, Today.CountWorkingDays(Day("2025-03-15"), Day("2025-03-16")));
        Assert.Equal(Day("2025-03-15"), Today.AddWorkingDays(Day("2025-03-15"), 0));
        Assert.Equal(Day("2025-03-17"), Today.AddWorkingDays(Day("2025-03-14"), 1));
        Assert.Equal(Day("2025-03-14"), Today.AddWorkingDays(Day("2025-03-17"), -1));
    }

    [Fact]
    public void Changes_BetweenTwoCalendars_AreTheDaysThatOneOfThemWorks()
    {
        var (was, now) = (AsOf("2020-01-25"), AsOf("2020-01-26"));
        var changes = DayChange.Between(was, now, Day("2020-01-19"), Day("2020-02-02")).ToList();

        Assert.Equal(["2020-01-31", "2020-02-01"], changes.Select(c => c.Date.ToString("yyyy-MM-dd", null)));
        Assert.Equal((new DayReason(DayKind.MakeUp, "春节"), new DayReason(DayKind.Holiday, "春节")), (changes[1].Was, changes[1].Now));
        Assert.Single(DayChange.Between(was, now, Day("2020-01-31"), Day("2020-01-31")));
        Assert.Single(DayChange.Between(was, now, Day("2020-02-01"), Day("2020-02-01")));
        Assert.Empty(DayChange.Between(was, now, Day("2020-02-02"), Day("2020-03-01")));
    }

    [Theory]
    [InlineData(0, PeriodUnit.Days)]
    [InlineData(-1, PeriodUnit.WorkingDays)]
    [InlineData(36_501, PeriodUnit.Days)]
    [InlineData(36_501, PeriodUnit.WorkingDays)]
    [InlineData(1_201, PeriodUnit.Months)]
    [InlineData(101, PeriodUnit.Years)]
    public void Period_OfNoLengthOrOverAHundredYears_IsNone(int count, PeriodUnit unit) => Assert.Throws<ArgumentOutOfRangeException>(() => new Period(count, unit));

    [Fact]
    public void Qingming_OutsideItsFormula_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProvisionalYear.Qingming(2000));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProvisionalYear.Qingming(2100));
        Assert.Equal((Day("2001-04-05"), Day("2099-04-04")), (ProvisionalYear.Qingming(2001), ProvisionalYear.Qingming(2099)));
    }
}
