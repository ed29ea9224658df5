using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Ports;

public abstract partial class CaseStoreTests
{
    [Fact]
    public async Task Loading_ACaseThatIsNotThere_GivesNothing()
    {
        var id = Samples.NewCase();

        Assert.Null(await Store.LoadAsync(id, None));
        Assert.Empty(await Store.JournalAsync(id, 0, 10, None));
        Assert.Null(await Store.AnswerAsync(Samples.NewSignal(), None));
    }

    [Fact]
    public async Task Committing_ANewCase_StoresItWhole()
    {
        var commit = await OpenedAsync();

        var stored = await Store.LoadAsync(commit.Case, None);
        AssertSame(commit, stored);
        Assert.Null(stored!.Parked);
        Assert.Equal(commit.Answer, await Store.AnswerAsync(commit.Answer!.Signal, None));
    }

    [Fact]
    public async Task Committing_TheNextVersion_ReplacesTheState()
    {
        var second = await CommittedAsync(Samples.After(await OpenedAsync()) with { Schema = 7 });

        AssertSame(second, await Store.LoadAsync(second.Case, None));
    }

    [Fact]
    public async Task Committing_WithoutAState_KeepsTheOneBeforeAndSaysOfWhichVersion()
    {
        var first = await OpenedAsync();
        var second = await CommittedAsync(Samples.After(first) with { State = default, Schema = 9, StateStays = true });
        var third = await CommittedAsync(Samples.After(second) with { State = default, StateStays = true });

        var stored = (await Store.LoadAsync(first.Case, None))!;
        Assert.Equal((3L, 1L, first.Schema), (stored.Version, stored.StateVersion, stored.Schema));
        Assert.Equal(first.State.ToArray(), stored.State.ToArray());
        Assert.Equal(third.Head.ToArray(), stored.Head.ToArray());

        var fourth = await CommittedAsync(Samples.After(third));
        await RestartAsync();

        AssertSame(fourth, await Store.LoadAsync(first.Case, None));
        Assert.Equal(4, (await Store.LoadAsync(first.Case, None))!.StateVersion);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Committing_OnAnotherVersion_Conflicts(long expected)
    {
        var first = await OpenedAsync();

        Assert.Equal(CommitOutcome.Conflict, await Store.CommitAsync(Samples.Next(first.Case, expected, first.Head)));

        AssertSame(first, await Store.LoadAsync(first.Case, None));
    }

    [Fact]
    public async Task Committing_OnACaseThatIsNotThere_Conflicts()
    {
        var commit = Samples.Next(Samples.NewCase(), 3, new byte[32]);

        Assert.Equal(CommitOutcome.Conflict, await Store.CommitAsync(commit));

        Assert.Null(await Store.LoadAsync(commit.Case, None));
    }

    [Fact]
    public async Task Committing_AConflict_WritesNothingAtAll()
    {
        var first = await OpenedAsync();
        var refused = Full(Samples.Next(first.Case, 5, first.Head));

        Assert.Equal(CommitOutcome.Conflict, await Store.CommitAsync(refused));

        await AssertNothingOfAsync(refused);
        AssertSame(first.Entries, await Store.JournalAsync(first.Case, 0, 10, None));
    }

    [Fact]
    public async Task Committing_AFailure_WritesNothingAtAll()
    {
        var first = await OpenedAsync(with: commit => commit with { Effects = [Samples.Effect(commit.Case, 1, "lane")] });
        var full = Full(Samples.After(first));
        var broken = full with { Effects = [.. full.Effects, first.Effects[0]] };

        await Assert.ThrowsAnyAsync<Exception>(() => Store.CommitAsync(broken));

        await AssertNothingOfAsync(full);
        AssertSame(first, await Store.LoadAsync(first.Case, None));
    }

    [Fact]
    public async Task Committing_ARepeatedSignal_WritesNothingAndKeepsTheFirstAnswer()
    {
        var first = await OpenedAsync();
        var again = Full(Samples.After(first));
        again = again with { Answer = first.Answer! with { Version = 9, Body = new('b', 64) } };

        Assert.Equal(CommitOutcome.Repeated, await Store.CommitAsync(again));

        Assert.Equal(first.Answer, await Store.AnswerAsync(first.Answer.Signal, None));
        AssertSame(first, await Store.LoadAsync(first.Case, None));
        Assert.Empty(await Store.OutboxAsync(10, None));
    }

    [Fact]
    public async Task Committing_ARepeatedSignalOnAnOldVersion_IsRepeatedNotConflict()
    {
        var first = await OpenedAsync();
        await CommittedAsync(Samples.After(first));

        Assert.Equal(CommitOutcome.Repeated, await Store.CommitAsync(first));
    }

    [Fact]
    public async Task Committing_WithoutASignal_KeepsNoAnswer()
    {
        var commit = await OpenedAsync(with: commit => commit with { Answer = null });

        Assert.NotNull(await Store.LoadAsync(commit.Case, None));
    }

    [Fact]
    public async Task Committing_Everything_StoresEveryPart()
    {
        var commit = await CommittedAsync(Full(Samples.Open(Samples.NewCase())));

        Assert.Equal(commit.Effects, await Store.OutboxAsync(10, None));
        Assert.Equal(commit.Rows, await Store.RowsAsync(commit.Case, RowKinds.Answer, None));
        Assert.Equal(commit.Confided, (await Store.ConfidedAsync(commit.Case, None)).Values);
        Assert.Equal(commit.IndexPuts, await Store.IndexAsync(Indexes.Register, "all", null, 10, None));
        Assert.Equal(commit.Records[0], await Store.RecordAsync(RecordKinds.Claim, "number/7", None));
        Assert.Equal(commit.DueAt, await Store.NextDueAsync(None));
    }

    private static Commit Full(Commit commit) => commit with
    {
        DueAt = Noon.AddDays(1),
        Effects = [Samples.Effect(commit.Case, 77, "lane")],
        Rows = [new(RowKinds.Answer, "area", "12.5")],
        Confided = [new(new('d', 64), "c2FsdA==", "reason", "材料不齐")],
        IndexPuts = [Samples.Row("2026-001", commit.Case)],
        Records = [new(RecordKinds.Claim, "number/7", "{}", null)],
    };

    private async Task AssertNothingOfAsync(Commit commit)
    {
        Assert.Null(await Store.AnswerAsync(commit.Answer!.Signal, None));
        Assert.DoesNotContain(await Store.OutboxAsync(10, None), effect => effect.Order == 77);
        Assert.Empty(await Store.RowsAsync(commit.Case, RowKinds.Answer, None));
        Assert.Empty(await Store.ConfidedAsync(commit.Case, None));
        Assert.Empty(await Store.IndexAsync(Indexes.Register, "all", null, 10, None));
        Assert.Null(await Store.RecordAsync(RecordKinds.Claim, "number/7", None));
        Assert.Null(await Store.NextDueAsync(None));
    }
}
