using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using static ZoneFlow.TestKit.ChinaCalendar;

namespace ZoneFlow.Core.Tests.Calendars;

public sealed class SuspensionTests
{
    [Theory]
    [InlineData("5wd", "2025-03-10", "2025-03-12", "2025-03-13", "2025-03-19")]
    [InlineData("5wd", "2025-03-10", "2025-03-15", "2025-03-16", "2025-03-17")] // a weekend costs no working day
    [InlineData("5wd", "2025-03-10", "2025-03-17", "2025-03-18", "2025-03-19")] // from the last day itself
    [InlineData("5wd", "2025-03-10", "2025-03-18", "2025-03-20", "2025-03-17")] // after the end: too late to matter
    [InlineData("5wd", "2025-03-10", "2025-03-01", "2025-03-11", "2025-03-18")] // begun before day 0
    [InlineData("7d", "2025-03-10", "2025-03-12", "2025-03-14", "2025-03-20")]
    [InlineData("1mo", "2025-03-10", "2025-03-12", "2025-03-14", "2025-04-14")] // 10 + 3 is Sunday 13, rolls
    [InlineData("1y", "2024-03-11", "2025-03-01", "2025-03-10", "2025-03-21")]
    [InlineData("7d", "2025-03-08", "2025-03-16", "2025-03-18", "2025-03-19")] // does not roll onto a suspended day
    public void Trap_10_ComputingAcrossASuspension_EndsLater(string period, string day0, string from, string to, string last) =>
        Assert.Equal(Day(last), Last(period, day0, new Suspension(Day(from), Day(to))).Last);

    [Fact]
    public void Computing_OverlappingSuspensions_CountsEachDayOnce() =>
        Assert.Equal(
            Last("10d", "2025-03-03", new Suspension(Day("2025-03-05"), Day("2025-03-09"))).Last,
            Last(
                "10d", "2025-03-03", new Suspension(Day("2025-03-07"), Day("2025-03-09")), new Suspension(Day("2025-03-05"), Day("2025-03-08")),
                new Suspension(Day("2025-03-06"), Day("2025-03-06"))).Last);

    [Fact]
    public void Computing_SuspensionReachedOnlyThroughAnother_Counts() =>
        Assert.Equal(
            Day("2025-03-21"),
            Last("7d", "2025-03-10", new Suspension(Day("2025-03-12"), Day("2025-03-13")), new Suspension(Day("2025-03-19"), Day("2025-03-20"))).Last);

    [Fact]
    public void Computing_OpenSuspension_SaysTheClockStandsStill()
    {
        var held = Last("5wd", "2025-03-10", new Suspension(Day("2025-03-12"), null));
        Assert.Equal((true, Day("2025-03-18")), (held.Suspended, held.Last));
    }

    [Fact]
    public void Computing_OpenSuspensionAfterTheEnd_HoldsNothing() =>
        Assert.False(Last("5wd", "2025-03-10", new Suspension(Day("2025-03-18"), null)).Suspended);

    private static DeadlineDate Last(string period, string day0, params ImmutableArray<Suspension> suspensions) =>
        Deadlines.Compute(Period.Parse(period), Day(day0), Today, Reckoning.Law, suspensions);
}
