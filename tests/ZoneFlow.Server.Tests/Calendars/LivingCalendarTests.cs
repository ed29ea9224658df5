using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using static ZoneFlow.TestKit.ChinaCalendar;

namespace ZoneFlow.Server.Tests.Calendars;

/// <summary>Loading a revision into a running office, over a real SQLite file.</summary>
public sealed class LivingCalendarTests : IDisposable
{
    private static readonly CalendarRevision January2020 = Revisions.First(r => r.Id == "2020-01-26");
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Revision_OfJanuary2020LoadedMidNotice_MovesTheNoticeAndNothingElse()
    {
        await using var office = await SmallOffice.OpenAsync(_folder.Path, "2019-11-21", "2020-01-24");
        var noticed = await office.NoticedAsync("zone-1");
        Assert.Equal(Day("2020-01-31"), await office.LastAsync("zone-1"));
        office.Clock.Now = SmallOffice.At("2020-01-26");
        var shelf = await office.Calendar.ShelfAsync(default);

        var plan = await office.Calendar.PlanAsync(shelf.With([January2020]), default);
        Assert.Equal(Day("2020-01-31"), await office.LastAsync("zone-1"));
        var done = await office.Calendar.LoadAsync([January2020], Actor.System, default);

        var move = Assert.Single(done.Moves);
        Assert.Equal((noticed, Day("2020-01-31"), Day("2020-02-03"), true), (move.Case, move.Was, move.Now, move.Printed));
        Assert.Equal(["2020-01-31", "2020-02-01"], move.Days.Select(d => $"{d.Date:yyyy-MM-dd}"));
        Assert.Equal(plan.Moves.Select(m => (m.Deadline, m.Now)), done.Moves.Select(m => (m.Deadline, m.Now)));
        Assert.Equal(Day("2020-02-03"), await office.LastAsync("zone-1"));
        var moved = Assert.Single((await office.ChangesAsync("zone-1")).OfType<Change.DeadlineMoved>());
        Assert.Equal(("calendar", Day("2020-01-31"), Day("2020-02-03")), (moved.Because, moved.Was, moved.Now.Last));
        Assert.Equal("2020-01-26", Assert.Single((await office.StateAsync("office")).Office!.Calendars));

        await office.MoveToAsync("2020-02-02");
        Assert.Equal("notice", (await office.StateAsync("zone-1")).Procedures.Single().Stage);
        await office.MoveToAsync("2020-02-04");
        Assert.Equal("approving", (await office.StateAsync("zone-1")).Procedures.Single().Stage);
    }

    [Fact]
    public async Task Revision_ThatMovesNothingOfACase_WritesNothingInItsJournal()
    {
        await using var office = await SmallOffice.OpenAsync(_folder.Path, "2019-11-21", "2020-01-02");
        await office.AppliedAsync("zone-early");
        var before = (await office.StateAsync("zone-early")).Version;
        Assert.Equal(Day("2020-01-16"), await office.LastAsync("zone-early"));

        var done = await office.Calendar.LoadAsync([January2020], Actor.System, default);

        Assert.Empty(done.Moves);
        Assert.Equal(["2020-01-31", "2020-02-01"], done.Days.Select(d => $"{d.Date:yyyy-MM-dd}"));
        Assert.Equal(before, (await office.StateAsync("zone-early")).Version);
    }

    /// <summary>March 2019 made two Sundays worked: a published date that would come earlier stays; one never published moves.</summary>
    [Fact]
    public async Task Revision_OfMarch2019_MovesNoPublishedDateEarlier()
    {
        await using var office = await SmallOffice.OpenAsync(_folder.Path, "2019-01-01", "2019-04-21");
        await office.NoticedAsync("zone-printed");
        office.Clock.Now = SmallOffice.At("2019-04-16");
        await office.AppliedAsync("zone-silent");
        Assert.Equal((Day("2019-04-28").AddDays(1), Day("2019-04-30")), (await office.LastAsync("zone-printed"), await office.LastAsync("zone-silent")));

        var done = await office.Calendar.LoadAsync([Revisions.First(r => r.Id == "2019-03-22")], Actor.System, default);

        Assert.Equal("zone-silent", Assert.Single(done.Moves).Case.Value);
        Assert.Equal((Day("2019-04-29"), Day("2019-04-29")), (await office.LastAsync("zone-printed"), await office.LastAsync("zone-silent")));
    }

    [Theory]
    [InlineData("calendar-loaded", 1)]
    [InlineData("deadlines-moved", 1)]
    [InlineData("deadlines-moved", 2)]
    public async Task Server_StoppedInTheMiddleOfTheMoves_GoesOnAtItsNextStart(string point, int times)
    {
        var left = times;
        await using var office = await SmallOffice.OpenAsync(_folder.Path, "2019-11-21", "2020-01-24", at =>
        {
            if (at == point && --left == 0)
            {
                throw new IOException("the power went");
            }
        });
        foreach (var zone in (string[])["zone-1", "zone-2", "zone-3"])
        {
            await office.NoticedAsync(zone);
        }

        await Assert.ThrowsAsync<IOException>(() => office.Calendar.LoadAsync([January2020], Actor.System, default));
        await office.StopAsync();
        await office.StartAsync();

        foreach (var zone in (string[])["zone-1", "zone-2", "zone-3"])
        {
            Assert.Equal(Day("2020-02-03"), await office.LastAsync(zone));
            Assert.Single((await office.ChangesAsync(zone)).OfType<Change.DeadlineMoved>());
        }

        Assert.Empty((await office.Calendar.PlanAsync(await office.Calendar.ShelfAsync(default), default)).Moves);
    }

    [Fact]
    public async Task Case_ParkedWhileTheCalendarChanged_IsListedAndReadWhenTakenUp()
    {
        await using var office = await SmallOffice.OpenAsync(_folder.Path, "2019-11-21", "2020-01-24");
        var id = await office.NoticedAsync("zone-1");
        await office.Store.ParkAsync(id, "looked into", default);
        office.Services.GetRequiredService<Runtime.Shell.CaseCache>().Forget(id);

        var done = await office.Calendar.LoadAsync([January2020], Actor.System, default);
        Assert.Equal(id, Assert.Single(done.Parked));
        Assert.Equal(Day("2020-01-31"), await office.LastAsync("zone-1"));

        await office.Store.ParkAsync(id, null, default);
        await office.Calendar.ReadAgainAsync(id, default);
        Assert.Equal(Day("2020-02-03"), await office.LastAsync("zone-1"));
    }

    [Fact]
    public async Task Region_SwitchedOn_AddsItsDaysOffAndSwitchedOffMovesPublishedDatesNoEarlier()
    {
        await using var office = await SmallOffice.OpenAsync(_folder.Path, "2026-01-01", "2026-04-13");
        await office.NoticedAsync("zone-printed");
        await office.AppliedAsync("zone-silent");
        var own = new CalendarRevision(
            "gx-2026", "桂政办", Day("2026-01-05"), 2026, [new HolidayArrangement("三月三", Day("2026-04-20"), Day("2026-04-21"), [])], null, null, "广西");

        Assert.Empty((await office.Calendar.LoadAsync([own], Actor.System, default)).Moves);
        Assert.Equal((Day("2026-04-20"), Day("2026-04-27")), (await office.LastAsync("zone-printed"), await office.LastAsync("zone-silent")));

        Assert.Equal(2, (await office.Calendar.CountRegionAsync("广西", Actor.System, default)).Moves.Length);
        Assert.Equal((Day("2026-04-22"), Day("2026-04-29")), (await office.LastAsync("zone-printed"), await office.LastAsync("zone-silent")));

        await office.Calendar.CountRegionAsync(null, Actor.System, default);
        Assert.Equal((Day("2026-04-22"), Day("2026-04-27")), (await office.LastAsync("zone-printed"), await office.LastAsync("zone-silent")));
    }

    [Fact]
    public async Task Release_ThatShipsALaterNotice_MovesDatesAtItsFirstStart()
    {
        await using (var office = await SmallOffice.OpenAsync(_folder.Path, "2019-11-21", "2020-01-24"))
        {
            await office.NoticedAsync("zone-1");
        }

        await using var later = await SmallOffice.OpenAsync(_folder.Path, "2020-02-01", "2020-01-27");
        Assert.Equal(Day("2020-02-03"), await later.LastAsync("zone-1"));
        Assert.Single((await later.ChangesAsync("zone-1")).OfType<Change.DeadlineMoved>());
    }

    public void Dispose() => _folder.Dispose();
}
