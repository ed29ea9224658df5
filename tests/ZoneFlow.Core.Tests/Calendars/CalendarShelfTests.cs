using ZoneFlow.Core.Calendars;
using static ZoneFlow.TestKit.ChinaCalendar;

namespace ZoneFlow.Core.Tests.Calendars;

/// <summary>What may be put beside the revisions that are here, and what stands against it.</summary>
public sealed class CalendarShelfTests
{
    private static readonly CalendarRevision Notice2027 = new(
        "2026-11-20", "国办发明电〔2026〕9号", Day("2026-11-20"), 2027,
        [new("元旦", Day("2027-01-01"), Day("2027-01-03"), []), new("春节", Day("2027-02-05"), Day("2027-02-12"), [Day("2027-02-20")])]);

    private static readonly CalendarShelf Shelf = new(Revisions);

    [Fact]
    public void Against_ANewYear_NothingStands()
    {
        Assert.Empty(Shelf.Against([Notice2027]));
        Assert.Equal(Day("2027-12-31"), Shelf.With([Notice2027]).Calendar().OfficialThrough);
        Assert.Equal(Revisions.Length + 1, Shelf.With([Notice2027]).Revisions.Length);
    }

    [Fact]
    public void Against_WhatIsHereAlready_NothingStandsUnlessItSaysOtherwise()
    {
        var shelf = Shelf.With([Notice2027]);
        Assert.Empty(shelf.Against([Copy()]));
        Assert.Empty(shelf.New([Copy()]));
        foreach (var other in Otherwise())
        {
            Assert.False(Notice2027.Says(other));
            var (id, message) = Assert.Single(shelf.Against([other]));
            Assert.Equal("2026-11-20", id);
            Assert.StartsWith("2026-11-20 is already here", message.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void New_OfAFile_AreThoseNotHereYetInTheOrderTheyWerePublished()
    {
        var change = Change("2027-01-20", "2026-11-20");
        var twin = Change("2027-01-20b", "2026-11-20");

        Assert.Equal(["2026-11-20", "2027-01-20", "2027-01-20b"], Shelf.New([twin, change, .. Revisions, Notice2027]).Select(r => r.Id));
    }

    [Fact]
    public void Against_AChange_ItsNoticeMustBeThereAndEarlier()
    {
        var change = Change("2027-01-20", "2026-11-20");
        Assert.Empty(Shelf.Against([change, Notice2027]));
        Assert.Empty(Shelf.With([Notice2027]).Against([change]));
        Assert.Contains("replaces 2026-11-20, which is no notice for 2027", Said(Shelf, change), StringComparison.Ordinal);
        Assert.Contains("which is no notice for 2027", Said(Shelf, Change("2027-01-20", "2025-11-04")), StringComparison.Ordinal);
        Assert.Contains("was published before", Said(Shelf.With([Notice2027]), Change("2026-11-19", "2026-11-20")), StringComparison.Ordinal);
        Assert.Contains("was published before", Said(Shelf.With([Notice2027]), Change("2026-11-1", "2026-11-20", "2026-11-20")), StringComparison.Ordinal);
        Assert.Empty(Shelf.With([Notice2027]).Against([Change("2026-11-20b", "2026-11-20", "2026-11-20")]));
    }

    [Fact]
    public void Against_ASecondFirstNotice_TheFirstStands() =>
        Assert.Contains("2027 already has 国办发明电〔2026〕9号 (2026-11-20)", Said(Shelf.With([Notice2027]), Notice2027 with { Id = "other" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("2027-01-03", true)]
    [InlineData("2027-01-04", false)]
    public void Against_FestivalsThatOverlap_TheDatesStand(string from, bool overlaps)
    {
        var change = new CalendarRevision("2027-01-20", "", Day("2027-01-20"), 2027, [new("春节假期", Day(from), Day("2027-01-05"), [])], "2026-11-20");
        var against = Shelf.With([Notice2027]).Against([change]);
        Assert.Equal(overlaps, against.Count == 1 && against[0].Message.En!.Contains("overlap", StringComparison.Ordinal));
        Assert.Equal(overlaps ? 1 : 0, against.Count);
    }

    [Fact]
    public void Regions_AreListedOnceInOrder_AndCountOnlyWhereSwitchedOn()
    {
        var (guangxi, tibet) = (Regional("guangxi", "2026-04-18"), Regional("xizang", "2026-08-13"));
        var shelf = Shelf.With([tibet, guangxi, Regional("guangxi", "2026-04-19") with { Replaces = guangxi.Id }]);

        Assert.Equal(["guangxi", "xizang"], shelf.Regions);
        Assert.True(shelf.Calendar().IsWorkingDay(Day("2026-08-13")));
        Assert.False((shelf with { Region = "xizang" }).Calendar().IsWorkingDay(Day("2026-08-13")));

        // A later revision takes the place of the one it replaces.
        Assert.Equal(DayKind.Weekend, (shelf with { Region = "guangxi" }).Calendar().Describe(Day("2026-04-18")).Kind);
        Assert.Equal(DayKind.Holiday, (shelf with { Region = "guangxi" }).Calendar().Describe(Day("2026-04-19")).Kind);
        Assert.Empty(shelf.Against([Regional("ningxia", "2026-06-20")]));
    }

    private static string Said(CalendarShelf shelf, CalendarRevision revision)
    {
        var (id, message) = Assert.Single(shelf.Against([revision]));
        Assert.Equal(revision.Id, id);
        return message.En!;
    }

    private static CalendarRevision Change(string id, string replaces, string? published = null) =>
        new(id, "", Day(published ?? id[..10]), 2027, [new("春节", Day("2027-02-05"), Day("2027-02-13"), [])], replaces);

    private static CalendarRevision Regional(string region, string day) =>
        new($"{region}-{day}", "", Day("2026-01-10"), 2026, [new("节日", Day(day), Day(day), [])], null, null, region);

    private static CalendarRevision Copy() => Notice2027 with { Holidays = [.. Notice2027.Holidays.Select(h => h with { Worked = [.. h.Worked] })] };

    private static IEnumerable<CalendarRevision> Otherwise()
    {
        var (first, second) = (Notice2027.Holidays[0], Notice2027.Holidays[1]);
        yield return Notice2027 with { Notice = "另" };
        yield return Notice2027 with { Holidays = [first] };
        yield return Notice2027 with { Holidays = [first, second with { To = Day("2027-02-13") }] };
        yield return Notice2027 with { Holidays = [first, second with { Worked = [Day("2027-02-21")] }] };
        yield return Notice2027 with { Holidays = [first with { Festival = "新年" }, second] };
    }
}
