using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Runtime.Tests.Tables;

/// <summary>What is more than one transaction takes, what was cut short, and what two are at at once.</summary>
public sealed class LargeCommitTests
{
    private static readonly CaseId Round = new("round");
    private readonly MemoryTable _table = new();

    private TablesStore Store => new(_table.Table, TimeProvider.System);

    [Theory]
    [InlineData(85)]
    [InlineData(90)]
    [InlineData(91)]
    [InlineData(500)]
    public async Task Committing_RowsOnBothSidesOfTheLimit_StoresThemAll(int rows)
    {
        Assert.Equal(CommitOutcome.Committed, await Store.CommitAsync(Large(rows)));

        Assert.Equal(rows, (await Store.RowsAsync(Round, RowKinds.Answer, default)).Count);
        Assert.Equal(40, (await Store.EffectsOfAsync(Round, default)).Count);
        Assert.Equal(40, (await Store.PendingEffectsAsync(Samples.Noon, 100, default)).Count);
        Assert.DoesNotContain(_table.All, row => row.Key.StartsWith("p!", StringComparison.Ordinal) || row.Partition == "marks");
    }

    [Fact]
    public async Task Committing_CutShortAtAnyWrite_IsWholeForWhoeverReadsNext()
    {
        for (var cut = 1; ; cut++)
        {
            var table = new MemoryTable();
            var writes = 0;
            table.OnWrite = (_, _) =>
            {
                if (++writes == cut)
                {
                    throw new PowerCutException();
                }
            };
            var store = new TablesStore(table.Table, TimeProvider.System);
            try
            {
                await store.CommitAsync(Large(200));
                Assert.True(cut > 10, $"{cut} writes");
                return;
            }
            catch (PowerCutException)
            {
                table.OnWrite = null;
            }

            var isThere = await store.LoadAsync(Round, default) is not null;
            Assert.Equal(isThere ? 200 : 0, (await store.RowsAsync(Round, RowKinds.Answer, default)).Count);
            Assert.Equal(isThere ? CommitOutcome.Repeated : CommitOutcome.Committed, await store.CommitAsync(Large(200)));
            await store.SweepAsync(Samples.Noon, default);
            Assert.Equal(40, (await store.PendingEffectsAsync(Samples.Noon, 100, default)).Count);
            Assert.Equal(Samples.Noon, await store.NextDueAsync(default));
            Assert.Single(await store.IndexAsync(Indexes.Register, "all", null, 10, default));
            Assert.NotNull(await store.RecordAsync(RecordKinds.Claim, "number|1", default));
        }
    }

    [Fact]
    public async Task Committing_MoreThanATransactionCanCarry_SaysSoAndWritesNothing()
    {
        var commit = Samples.Open(Round) with { State = Samples.Bytes(3_500_000, 1) };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.CommitAsync(commit));

        Assert.Null(await Store.LoadAsync(Round, default));
    }

    [Fact]
    public async Task Projecting_ManyAtOnce_LeavesWhatTheLastCommitSaid()
    {
        var commit = Samples.Open(Round) with { IndexPuts = [Samples.Row("1", Round)] };
        await Store.CommitAsync(commit);
        for (var i = 2; i < 30; i++)
        {
            commit = Samples.After(commit) with { IndexDrops = [Samples.Row($"{i - 1}").Key], IndexPuts = [Samples.Row($"{i}", Round)] };
            await Task.WhenAll(Store.CommitAsync(commit), Store.ProjectAsync(Round), Store.ProjectAsync(Round));
        }

        Assert.Equal("29", Assert.Single(await Store.IndexAsync(Indexes.Register, "all", null, 10, default)).Sort);
    }

    [Fact]
    public async Task AClaim_ThatACutShortCommitConfirmed_IsNotTakenForExpired()
    {
        var store = Store;
        await store.InsertRecordAsync(new KeyedRecord(RecordKinds.Claim, "number|1", "unconfirmed", DateTimeOffset.UnixEpoch), default);
        var writes = 0;
        _table.OnWrite = (partition, after) =>
        {
            // The transaction of the case is the last thing that happens.
            if (partition.StartsWith("case", StringComparison.Ordinal) && after && ++writes == 1)
            {
                throw new PowerCutException();
            }
        };
        await Assert.ThrowsAsync<PowerCutException>(() => store.CommitAsync(Large(1)));
        _table.OnWrite = null;

        Assert.Equal("{}", (await store.RecordAsync(RecordKinds.Claim, "number|1", default))!.Json);
    }

    private static Commit Large(int rows)
    {
        var commit = Samples.Open(Round);
        return commit with
        {
            Answer = commit.Answer! with { Signal = new SignalId("large") },
            DueAt = Samples.Noon,
            Rows = [.. Enumerable.Range(0, rows).Select(i => new CaseRow(RowKinds.Answer, $"field-{i}", $"\"{i}\""))],
            Effects = [.. Enumerable.Range(0, 40).Select(i => Samples.Effect(Round, i, $"lane-{i}"))],
            IndexPuts = [Samples.Row("1", Round)],
            Records = [new(RecordKinds.Claim, "number|1", "{}", null)],
        };
    }
}
