using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Ports;

public abstract partial class CaseStoreTests
{
    [Fact]
    public async Task Committing_ManyAtOnceOnOneCase_LetsExactlyOneWin()
    {
        var first = await OpenedAsync();
        var rivals = Enumerable.Range(0, 64).Select(i => Samples.After(first) with { Schema = i }).ToArray();

        var outcomes = await Task.WhenAll(rivals.Select(rival => Task.Run(() => Store.CommitAsync(rival))));

        var winner = Assert.Single(rivals.Where((_, i) => outcomes[i] is CommitOutcome.Committed));
        Assert.Equal(63, outcomes.Count(outcome => outcome is CommitOutcome.Conflict));
        AssertSame(winner, await Store.LoadAsync(first.Case, None));
        AssertSame([.. first.Entries, .. winner.Entries], await Store.JournalAsync(first.Case, 0, 100, None));
    }

    [Fact]
    public async Task Committing_TheSameSignalManyTimesAtOnce_IsCommittedOnce()
    {
        var commit = Samples.Open(Samples.NewCase());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Store.CommitAsync(commit))));

        Assert.Single(outcomes, CommitOutcome.Committed);
        Assert.Equal(31, outcomes.Count(outcome => outcome is CommitOutcome.Repeated));
    }

    [Fact]
    public async Task Committing_OnTwoHundredCasesAtOnce_KeepsThemAllThroughARestart()
    {
        var lasts = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            var commit = await OpenedAsync();
            for (var i = 0; i < 4; i++)
            {
                commit = await CommittedAsync(Samples.After(commit));
            }

            return commit;
        })));

        await RestartAsync();

        foreach (var last in lasts)
        {
            AssertSame(last, await Store.LoadAsync(last.Case, None));
            var journal = await Store.JournalAsync(last.Case, 0, 100, None);
            Assert.Equal([1, 2, 3, 4, 5], journal.Select(entry => entry.Sequence));
            Assert.All(journal.Zip(journal.Skip(1)), pair => Assert.Equal(pair.First.Hash.ToArray(), pair.Second.Previous.ToArray()));
        }
    }

    [Fact]
    public async Task Restarting_KeepsEveryPart()
    {
        var commit = await CommittedAsync(Full(Samples.Open(Samples.NewCase())));
        await Store.ParkAsync(commit.Case, "why", None);

        await RestartAsync();

        AssertSame(commit, await Store.LoadAsync(commit.Case, None));
        AssertSame(commit.Entries, await Store.JournalAsync(commit.Case, 0, 10, None));
        Assert.Equal(CommitOutcome.Repeated, await Store.CommitAsync(commit));
        Assert.Equal(commit.Effects, await Store.OutboxAsync(10, None));
        Assert.Equal(commit.Rows, await Store.RowsAsync(commit.Case, RowKinds.Answer, None));
        Assert.Equal(commit.Confided, (await Store.ConfidedAsync(commit.Case, None)).Values);
        Assert.Equal(commit.IndexPuts, await Store.IndexAsync(Indexes.Register, "all", null, 10, None));
        Assert.Equal(commit.Records[0], await Store.RecordAsync(RecordKinds.Claim, "number/7", None));
        Assert.Equal("why", Assert.Single(await Store.ParkedAsync(10, None)).Parked);
    }

    [Fact]
    public async Task Reading_WhileOthersWrite_SeesOnlyWholeCommits()
    {
        var commit = await OpenedAsync();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                commit = await CommittedAsync(Samples.After(commit));
            }
        });

        while (!writing.IsCompleted)
        {
            var before = (await Store.LoadAsync(commit.Case, None))!.Version;
            var journal = await Store.JournalAsync(commit.Case, 0, 1000, None);
            var after = (await Store.LoadAsync(commit.Case, None))!.Version;
            Assert.InRange(journal.Count, before, after);
        }

        await writing;
    }
}
