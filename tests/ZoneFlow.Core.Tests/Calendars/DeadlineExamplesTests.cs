using ZoneFlow.Core.Calendars;
using static ZoneFlow.TestKit.ChinaCalendar;

namespace ZoneFlow.Core.Tests.Calendars;

/// <summary>Worked examples, each checked by hand against the notices.</summary>
public sealed class DeadlineExamplesTests
{
    [Theory]
    [InlineData("2025-03-10", "5wd", "2025-03-17")]
    [InlineData("2024-01-03", "5wd", "2024-01-10")]
    [InlineData("2025-09-28", "5wd", "2025-10-11")]
    [InlineData("2025-03-08", "7d", "2025-03-17")]
    [InlineData("2024-03-29", "7d", "2024-04-07")]
    [InlineData("2025-12-31", "2mo", "2026-02-28")]
    [InlineData("2026-02-28", "1mo", "2026-03-30")]
    [InlineData("2025-09-15", "15wd", "2025-10-11")]
    [InlineData("2025-04-22", "5wd", "2025-04-28")]
    [InlineData("2025-04-28", "5wd", "2025-05-08")]
    [InlineData("2025-09-26", "5wd", "2025-10-10")]
    [InlineData("2025-09-29", "5wd", "2025-10-13")]
    [InlineData("2026-02-10", "5wd", "2026-02-24")]
    [InlineData("2025-01-15", "15wd", "2025-02-11")]
    [InlineData("2026-01-30", "15wd", "2026-02-27")]
    [InlineData("2025-04-22", "2mo", "2025-06-23")]
    [InlineData("2025-08-01", "2mo", "2025-10-09")]
    [InlineData("2025-09-25", "7d", "2025-10-09")]
    [InlineData("2024-02-29", "2y", "2026-02-28")]
    public void Computing_ByTheLaw_GivesLastDay(string day0, string period, string last) =>
        Assert.Equal(Official(last), Deadlines.Compute(Period.Parse(period), Day(day0), Today, Reckoning.Law));

    [Theory]
    [InlineData("2020-11-16", "5wd", "2020-11-20")]
    [InlineData("2025-09-29", "5wd", "2025-10-11")]
    [InlineData("2026-02-10", "5wd", "2026-02-14")]
    [InlineData("2025-03-10", "7d", "2025-03-17")]
    [InlineData("2025-03-01", "1mo", "2025-03-31")]
    [InlineData("2025-01-31", "1mo", "2025-02-28")]
    [InlineData("2025-01-28", "1mo", "2025-02-27")]
    public void Computing_FirstDayCounted_GivesLastDay(string day0, string period, string last) =>
        Assert.Equal(Official(last), Deadlines.Compute(Period.Parse(period), Day(day0), Today, new Reckoning(CountFirstDay: true)));

    [Theory]
    [InlineData("2025-04-22", "2y", "2027-04-22")]
    [InlineData("2025-04-22", "2mo", "2025-06-22")]
    [InlineData("2024-02-29", "2y", "2026-02-28")]
    [InlineData("2025-08-01", "2mo", "2025-10-01")]
    [InlineData("2026-12-31", "2mo", "2027-02-28")]
    public void Computing_WithoutRoll_NeedsNoCalendar(string day0, string period, string last) =>
        Assert.Equal(Official(last), Deadlines.Compute(Period.Parse(period), Day(day0), Today, Reckoning.Term));

    [Theory]
    [InlineData("2020-01-24", "2020-01-31")]
    [InlineData("2020-01-25", "2020-01-31")]
    [InlineData("2020-01-26", "2020-02-03")]
    [InlineData("2020-06-01", "2020-02-03")]
    public void Computing_AroundTheChangeOf2020_AnswersWhatWasKnown(string asOf, string last) =>
        Assert.Equal(Day(last), Deadlines.Compute(Period.Parse("7d"), Day("2020-01-24"), AsOf(asOf), Reckoning.Law).Last);

    [Theory]
    [InlineData("2019-03-21", "2019-05-03")]
    [InlineData("2019-03-22", "2019-05-05")]
    public void Computing_AroundTheChangeOf2019_AnswersWhatWasKnown(string asOf, string last) =>
        Assert.Equal(Day(last), Deadlines.Compute(Period.Parse("5wd"), Day("2019-04-25"), AsOf(asOf), Reckoning.Law).Last);

    [Theory]
    [InlineData("02-last", 2020, "2020-03-02", "2020-02-28")]
    [InlineData("02-last", 2026, "2026-02-28", "2026-02-28")]
    [InlineData("01-31", 2025, "2025-02-05", "2025-01-27")]
    [InlineData("01-31", 2026, "2026-02-02", "2026-01-30")]
    public void FixedDate_OfAYear_RollsAndIsRemindedBefore(string monthDay, int year, string last, string remindBy)
    {
        var printed = MonthDay.Parse(monthDay).In(year);
        Assert.Equal(Official(last), Deadlines.FixedDate(printed, Today));
        Assert.Equal(Day(remindBy), Deadlines.LastWorkingDayNotAfter(printed, Today));
    }

    [Theory]
    [InlineData(2027, "2027-03-01", "2027-02-28")]
    [InlineData(2028, "2028-02-29", "2028-02-29")]
    public void FixedDate_PastTheLastNotice_IsProvisional(int year, string last, string earliest) =>
        Assert.Equal(new DeadlineDate(Day(last), true, Day(earliest)), Deadlines.FixedDate(MonthDay.Parse("02-last").In(year), Today));

    [Fact]
    public void Computing_PastTheLastNotice_IsProvisionalWithItsEarliest() =>
        Assert.Equal(
            new DeadlineDate(Day("2027-03-01"), true, Day("2027-02-28")),
            Deadlines.Compute(Period.Parse("2mo"), Day("2026-12-31"), Today, Reckoning.Law));

    [Fact]
    public void EarliestPossible_BeforeTheNoticeFor2026_WasNeverAfterWhatTheNoticeMadeIt()
    {
        var before = AsOf("2025-11-03");
        foreach (var period in new[] { "3wd", "10wd", "60wd", "7d", "30d", "1mo", "2mo" }.Select(Period.Parse))
        {
            for (var day0 = Day("2025-11-01"); day0 < Day("2026-09-01"); day0 = day0.AddDays(1))
            {
                var foretold = Deadlines.Compute(period, day0, before, Reckoning.Law);
                var known = Deadlines.Compute(period, day0, Today, Reckoning.Law);
                Assert.True(foretold.EarliestPossible <= known.Last, $"{period} from {day0:O}");
                Assert.True(foretold.Provisional || foretold.Last == known.Last, $"{period} from {day0:O}");
            }
        }
    }

    [Theory]
    [InlineData("2025-02-07", "3wd", "2025-01-27")]
    [InlineData("2025-03-17", "10wd", "2025-03-03")]
    [InlineData("2025-03-17", "30d", "2025-02-14")]
    [InlineData("2025-03-31", "1mo", "2025-02-28")]
    public void Reminder_BeforeADate_IsAWorkingDay(string date, string period, string reminder) =>
        Assert.Equal(Official(reminder), Deadlines.Before(Day(date), Period.Parse(period), Today));

    [Theory]
    [InlineData("2025-03-17", "2025-03-14", "2025-03-17")]
    [InlineData("2025-03-14", "2025-03-17", "2025-03-17")]
    public void KeepingPublished_EitherIsLater_LaterHolds(string printed, string recomputed, string holds) =>
        Assert.Equal(Official(holds), Deadlines.KeepPublished(Day(printed), Official(recomputed)));

    [Fact]
    public void KeepingPublished_AcrossTheChangeOf2019_NeverMovesEarlier()
    {
        // Sunday 28 April became a working day: seven days from the 21st would end a day earlier.
        Period week = Period.Parse("7d");
        var printed = Deadlines.Compute(week, Day("2019-04-21"), AsOf("2019-03-21"), Reckoning.Law);
        var recomputed = Deadlines.Compute(week, Day("2019-04-21"), Today, Reckoning.Law);
        Assert.Equal((Day("2019-04-29"), Day("2019-04-28")), (printed.Last, recomputed.Last));
        Assert.Equal(printed.Last, Deadlines.KeepPublished(printed.Last, recomputed).Last);
    }

    [Fact]
    public void DueAt_OfALastDay_IsMidnightAfterItAtUtc8() =>
        Assert.Equal(new DateTimeOffset(2025, 3, 17, 16, 0, 0, TimeSpan.Zero), Official("2025-03-17").DueAt);

    private static DeadlineDate Official(string last) => new(Day(last), false, Day(last));
}
