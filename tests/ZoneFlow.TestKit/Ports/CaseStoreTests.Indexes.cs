using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Ports;

public abstract partial class CaseStoreTests
{
    // By code point. UTF-16 would put the last, a surrogate pair, before the full-width letter.
    private static readonly string[] ByCodePoint = ["", "A", "Z", "a", "~", "é", "一", "知识产权", "马鞍山", "Ａ", "𠮷"];

    [Fact]
    public async Task ReadingAnIndex_WithSortKeysOfAllScripts_OrdersThemByCodePoint()
    {
        await OpenedAsync(with: commit => commit with { IndexPuts = [.. ByCodePoint.Reverse().Select(sort => Samples.Row(sort))] });

        var read = await Store.IndexAsync(Indexes.Register, "all", null, 100, None);

        Assert.Equal(ByCodePoint, read.Select(row => row.Sort));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task ReadingAnIndex_PageByPage_GivesEveryRowOnce(int most)
    {
        await OpenedAsync(with: commit => commit with { IndexPuts = [.. ByCodePoint.Select(sort => Samples.Row(sort))] });

        List<string> read = [];
        for (IReadOnlyList<IndexRow> page; (page = await Store.IndexAsync(Indexes.Register, "all", read.LastOrDefault(), most, None)).Count > 0;)
        {
            Assert.True(page.Count <= most);
            read.AddRange(page.Select(row => row.Sort));
        }

        Assert.Equal(ByCodePoint, read);
    }

    [Fact]
    public async Task ReadingAnIndex_AfterAKeyThatIsGone_GoesOnBehindIt()
    {
        await OpenedAsync(with: commit => commit with { IndexPuts = [Samples.Row("1"), Samples.Row("3")] });

        Assert.Equal("3", Assert.Single(await Store.IndexAsync(Indexes.Register, "all", "2", 10, None)).Sort);
    }

    [Fact]
    public async Task ReadingAnIndex_KeepsIndexesAndPartitionsApart()
    {
        var own = Samples.Row("1") with { Index = Indexes.Own };
        await OpenedAsync(with: commit => commit with { IndexPuts = [Samples.Row("1"), Samples.Row("2", partition: "al"), own] });

        Assert.Equal([Samples.Row("1")], await Store.IndexAsync(Indexes.Register, "all", null, 10, None));
        Assert.Equal([own], await Store.IndexAsync(Indexes.Own, "all", null, 10, None));
        Assert.Empty(await Store.IndexAsync(Indexes.Region, "all", null, 10, None));
        Assert.Equal(1, await Store.CountAsync(Indexes.Register, "all", null, null, None));
        Assert.Equal(1, await Store.CountAsync(Indexes.Own, "all", null, null, None));
        Assert.Equal(0, await Store.CountAsync(Indexes.Region, "all", null, null, None));
    }

    [Theory]
    [InlineData(null, null, 3)]
    [InlineData("2", null, 1)]
    [InlineData(null, "2", 1)]
    [InlineData("1", "3", 1)]
    [InlineData("3", "3", 0)]
    public async Task CountingAnIndex_BetweenTwoKeys_CountsNeither(string? after, string? before, int expected)
    {
        await OpenedAsync(with: commit => commit with { IndexPuts = [Samples.Row("1"), Samples.Row("2"), Samples.Row("3")] });

        Assert.Equal(expected, await Store.CountAsync(Indexes.Register, "all", after, before, None));
    }

    [Fact]
    public async Task Committing_ARowThatMoves_DropsBeforeItPuts()
    {
        var first = await OpenedAsync(with: commit => commit with { IndexPuts = [Samples.Row("1"), Samples.Row("2")] });
        var changed = Samples.Row("2") with { Json = "{}" };
        await CommittedAsync(Samples.After(first) with
        {
            IndexDrops = [Samples.Row("1").Key, changed.Key, Samples.Row("not there").Key],
            IndexPuts = [changed, Samples.Row("3")],
        });

        Assert.Equal([changed, Samples.Row("3")], await Store.IndexAsync(Indexes.Register, "all", null, 10, None));
    }

    [Fact]
    public async Task ReadingAnIndex_OfOneCaseInSeveralLists_ShowsTheSameInEachAsItChanges()
    {
        var id = Samples.NewCase();
        IndexRow[] Lists(string json) => [.. new[] { Indexes.Register, Indexes.Region, Indexes.Own }.Select(i => Samples.Row("1", id) with { Index = i, Json = json })];
        var first = await OpenedAsync(id, commit => commit with { IndexPuts = [.. Lists("""{"stage":"受理"}""")] });
        await CommittedAsync(Samples.After(first) with { IndexPuts = [.. Lists("""{"stage":"公示"}""")] });
        await RestartAsync();

        foreach (var expected in Lists("""{"stage":"公示"}"""))
        {
            Assert.Equal([expected], await Store.IndexAsync(expected.Index, "all", null, 10, None));
        }
    }

    [Fact]
    public async Task FindingDueCases_GivesTheLongestDueFirst()
    {
        var late = await OpenedAsync(with: commit => commit with { DueAt = Noon });
        var later = await OpenedAsync(with: commit => commit with { DueAt = Noon.AddHours(-3) });
        await OpenedAsync(with: commit => commit with { DueAt = Noon.AddMilliseconds(1) });
        await OpenedAsync();

        Assert.Equal([new(later.Case, Noon.AddHours(-3)), new DueCase(late.Case, Noon)], await Store.DueByAsync(Noon, 10, None));
        Assert.Equal(later.Case, Assert.Single(await Store.DueByAsync(Noon, 1, None)).Case);
        Assert.Equal(Noon.AddHours(-3), await Store.NextDueAsync(None));
    }

    [Fact]
    public async Task FindingDueCases_WhereNoneMovesByItself_GivesNothing()
    {
        var first = await OpenedAsync(with: commit => commit with { DueAt = Noon });
        await CommittedAsync(Samples.After(first));

        Assert.Empty(await Store.DueByAsync(DateTimeOffset.MaxValue, 10, None));
        Assert.Null(await Store.NextDueAsync(None));
    }

    [Fact]
    public async Task FindingDueCases_WithinAMillisecond_IsNeverEarly()
    {
        var due = Noon.AddTicks(1);
        await OpenedAsync(with: commit => commit with { DueAt = due });

        Assert.Empty(await Store.DueByAsync(Noon, 10, None));
        Assert.InRange((await Store.NextDueAsync(None))!.Value, due, Noon.AddMilliseconds(1));
    }

    [Fact]
    public async Task Parking_ACase_LeavesItOutOfWhatIsDue()
    {
        var parked = await OpenedAsync(with: commit => commit with { DueAt = Noon.AddDays(-1) });
        var other = await OpenedAsync(with: commit => commit with { DueAt = Noon });

        await Store.ParkAsync(parked.Case, "坏了", None);

        Assert.Equal(other.Case, Assert.Single(await Store.DueByAsync(Noon, 10, None)).Case);
        Assert.Equal(Noon, await Store.NextDueAsync(None));
        Assert.Equal("坏了", Assert.Single(await Store.ParkedAsync(10, None)).Parked);
        Assert.Equal("坏了", (await Store.LoadAsync(parked.Case, None))!.Parked);

        await Store.ParkAsync(parked.Case, null, None);

        Assert.Equal(2, (await Store.DueByAsync(Noon, 10, None)).Count);
        Assert.Empty(await Store.ParkedAsync(10, None));
        AssertSame(parked.Entries, await Store.JournalAsync(parked.Case, 0, 10, None));
    }

    [Fact]
    public async Task Committing_OnAParkedCase_LeavesItParked()
    {
        var parked = await OpenedAsync();
        await Store.ParkAsync(parked.Case, "why", None);
        await CommittedAsync(Samples.After(parked) with { DueAt = Noon });

        Assert.Empty(await Store.DueByAsync(Noon, 10, None));
        Assert.Equal(2, Assert.Single(await Store.ParkedAsync(10, None)).Version);
    }
}
