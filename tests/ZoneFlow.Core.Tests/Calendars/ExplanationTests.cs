using ZoneFlow.Core.Calendars;
using static ZoneFlow.TestKit.ChinaCalendar;

namespace ZoneFlow.Core.Tests.Calendars;

/// <summary>Which days an explanation lists, and what it says each of them was.</summary>
public sealed class ExplanationTests
{
    private static string Told(IEnumerable<DayNote> notes) =>
        string.Join(' ', notes.Select(n => $"{n.Date:MM-dd}{Letter(n.Step)}{n.Number}{(n.Reason == Today.Describe(n.Date) ? "" : "!")}"));

    private static string Letter(DayStep step) => step switch
    {
        DayStep.DayZero => "0", DayStep.Counted => "#", DayStep.Skipped => "-", DayStep.Suspended => "s", DayStep.Named => "n", DayStep.RolledOver => "o", _ => ">",
    };

    [Theory]
    [InlineData("2025-03-13", "3wd", false, "03-130 03-14#1 03-15- 03-16- 03-17#2 03-18#3")]
    [InlineData("2025-03-13", "3wd", true, "03-13#1 03-14#2 03-15- 03-16- 03-17#3")]
    [InlineData("2025-03-12", "3d", false, "03-120 03-13#1 03-14#2 03-15#3 03-16o 03-17>")]
    [InlineData("2025-02-15", "1mo", false, "02-150 03-15n 03-16o 03-17>")]
    [InlineData("2024-03-15", "1y", false, "03-150 03-15n 03-16o 03-17>")]
    public void Explaining_APeriod_SaysWhatEachDayWas(string from, string period, bool countFirstDay, string told) =>
        Assert.Equal(told, Told(Deadlines.Explain(Period.Parse(period), Day(from), Today, new Reckoning(CountFirstDay: countFirstDay))));

    [Fact]
    public void Explaining_APeriodWithASuspension_MarksItsDaysAndThoseItRollsOver()
    {
        Assert.Equal(
            "03-100 03-11#1 03-12s 03-13s 03-14#2 03-15- 03-16- 03-17#3",
            Told(Deadlines.Explain(Period.Parse("3wd"), Day("2025-03-10"), Today, Reckoning.Law, [new Suspension(Day("2025-03-12"), Day("2025-03-13"))])));

        // The corresponding day is a Saturday, and the Monday after it stands still as well.
        Assert.Equal(
            "02-150 03-15n 03-16o 03-17s 03-18>",
            Told(Deadlines.Explain(Period.Parse("1mo"), Day("2025-02-15"), Today, Reckoning.Law, [new Suspension(Day("2025-03-17"), Day("2025-03-17"))])));
    }

    [Theory]
    [InlineData("2026-02-28", Roll.NextWorkingDay, "02-28n")]
    [InlineData("2025-03-15", Roll.NextWorkingDay, "03-15n 03-16o 03-17>")]
    [InlineData("2025-03-15", Roll.None, "03-15n")]
    public void Explaining_AFixedDate_ShowsItAndItsRoll(string printed, Roll roll, string told) =>
        Assert.Equal(told, Told(Deadlines.ExplainFixedDate(Day(printed), Today, roll)));

    [Theory]
    [InlineData("2025-03-18", "3wd", "03-180 03-17#1 03-16- 03-15- 03-14#2 03-13#3")]
    [InlineData("2025-03-18", "2d", "03-180 03-14>")]
    [InlineData("2025-03-31", "1mo", "03-310 02-28>")]
    public void Explaining_AReminder_CountsBackFromTheDate(string date, string period, string told) =>
        Assert.Equal(told, Told(Deadlines.ExplainBefore(Day(date), Period.Parse(period), Today)));
}
