using ZoneFlow.Core.Cases;
using ZoneFlow.TestKit;

namespace ZoneFlow.Core.Tests.Lives;

public sealed class CalendarChangeTests
{
    [Fact]
    public void Trap_20_AHolidayMadeLongerMidNotice_MovesTheNoticeLaterAndNothingElse()
    {
        var life = Life.On("2020-01-20", ChinaCalendar.AsOf("2020-01-20")).Noticed();
        Assert.Equal("2020-02-01", $"{life.Running("sitting", Life.Round).Due!.Last:yyyy-MM-dd}");

        life.Until("2020-01-27").World.LoadCalendar(ChinaCalendar.AsOf("2020-01-27"));

        var moved = life.Told<Change.DeadlineMoved>(of: Life.Round).Single().Change;
        Assert.Equal(("2020-02-01", "2020-02-04", "calendar"), ($"{moved.Was:yyyy-MM-dd}", $"{moved.Now.Last:yyyy-MM-dd}", moved.Because));
        Assert.Equal("2020-02-01", $"{moved.Now.Printed:yyyy-MM-dd}");
        Assert.Empty(life.Told<Change.DeadlineMoved>());
        life.Until("2020-02-04T12:00:00").Objects();
        Assert.Equal("inquiry", life.Until("2020-02-05").StageOf("designation"));
    }

    [Fact]
    public void Trap_18_AWeekendMadeAWorkday_NeverMovesAPrintedDateEarlier()
    {
        var life = Life.On("2019-04-24", ChinaCalendar.AsOf("2019-03-01")).Noticed();
        Assert.Equal("2019-05-02", $"{life.Running("sitting", Life.Round).Due!.Last:yyyy-MM-dd}");

        life.Until("2019-04-26").World.LoadCalendar(ChinaCalendar.AsOf("2019-03-22"));

        Assert.Equal("2019-05-02", $"{life.Running("sitting", Life.Round).Due!.Last:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("2019-04-16", "2019-04-30", "2019-04-29")]
    [InlineData("2019-04-30", "2019-05-15", "2019-05-16")]
    public void ADateThatWasNeverPublished_MovesEitherWay(string submitted, string was, string now)
    {
        var life = Life.On(submitted, ChinaCalendar.AsOf("2019-03-01")).Applied();

        life.World.LoadCalendar(ChinaCalendar.AsOf("2019-03-22"));

        var moved = life.Told<Change.DeadlineMoved>().Single().Change;
        Assert.Equal((was, now), ($"{moved.Was:yyyy-MM-dd}", $"{moved.Now.Last:yyyy-MM-dd}"));
    }

    [Fact]
    public void ReadingTheSameCalendarAgain_WritesNothing()
    {
        var life = Chapters.DesignatedOn("2025-05-06");
        var entries = life.State.Version;

        life.World.LoadCalendar(ChinaCalendar.Today);

        Assert.Equal(entries, life.State.Version);
    }
}
