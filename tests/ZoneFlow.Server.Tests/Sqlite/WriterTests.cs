using Microsoft.Data.Sqlite;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Sqlite;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Server.Tests.Sqlite;

public sealed class WriterTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Committing_WhileAnotherIsBeingSynced_SharesTheNextTransaction()
    {
        using var gate = new Gate();
        await using var store = folder.Open(gate.Pass);

        var first = store.CommitAsync(Samples.Open(new("first")));
        gate.WaitForWriter();
        var waiting = Enumerable.Range(0, 100).Select(i => store.CommitAsync(Samples.Open(new($"{i}")))).ToArray();
        gate.Open();
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal((2, 101), store.Written);
    }

    [Fact]
    public async Task Committing_AFailureAmongOthers_FailsAlone()
    {
        using var gate = new Gate();
        await using var store = folder.Open(gate.Pass);

        var effect = Samples.Effect(new("first"), 1, "lane");
        var first = store.CommitAsync(Samples.Open(new("first")) with { Effects = [effect] });
        gate.WaitForWriter();
        var good = Enumerable.Range(0, 10).Select(i => store.CommitAsync(Samples.Open(new($"{i}")))).ToArray();
        var bad = store.CommitAsync(Samples.Open(new("bad")) with { Effects = [effect] });
        var more = Enumerable.Range(10, 10).Select(i => store.CommitAsync(Samples.Open(new($"{i}")))).ToArray();
        gate.Open();

        await Assert.ThrowsAsync<SqliteException>(() => bad);
        Assert.All(await Task.WhenAll([first, .. good, .. more]), outcome => Assert.Equal(CommitOutcome.Committed, outcome));
        Assert.Null(await store.LoadAsync(new("bad"), None));
        Assert.NotNull(await store.LoadAsync(new("19"), None));
    }

    [Fact]
    public async Task Committing_AConflictAmongOthers_CostsNoRetry()
    {
        using var gate = new Gate();
        await using var store = folder.Open(gate.Pass);

        var first = store.CommitAsync(Samples.Open(new("first")));
        gate.WaitForWriter();
        var conflict = store.CommitAsync(Samples.Open(new("first")));
        var good = store.CommitAsync(Samples.Open(new("good")));
        gate.Open();

        Assert.Equal(CommitOutcome.Conflict, await conflict);
        Assert.Equal(CommitOutcome.Committed, await good);
        await first;
        Assert.Equal((2, 3), store.Written);
    }

    [Fact]
    public async Task Reading_WhileACommitIsBeingSynced_DoesNotWaitAndDoesNotSeeIt()
    {
        using var gate = new Gate();
        await using var store = folder.Open(gate.Pass);

        var commit = store.CommitAsync(Samples.Open(new("first")));
        gate.WaitForWriter();

        Assert.Null(await store.LoadAsync(new("first"), None));
        Assert.False(commit.IsCompleted);

        gate.Open();
        await commit;
        Assert.NotNull(await store.LoadAsync(new("first"), None));
    }

    [Fact]
    public async Task Breaking_BeforeTheCommit_WritesNothing()
    {
        var broken = true;
        await using var store = folder.Open(point => Break(broken && point == CrashPoints.BeforeCommit));

        await Assert.ThrowsAsync<TimeoutException>(() => store.CommitAsync(Samples.Open(new("1"))));
        Assert.Null(await store.LoadAsync(new("1"), None));

        broken = false;
        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(Samples.Open(new("1"))));
    }

    [Fact]
    public async Task Breaking_AfterTheCommit_LosesOnlyTheAnswer()
    {
        var broken = true;
        await using var store = folder.Open(point => Break(broken && point == CrashPoints.AfterCommit));
        var commit = Samples.Open(new("1"));

        await Assert.ThrowsAsync<TimeoutException>(() => store.CommitAsync(commit));

        broken = false;
        Assert.Equal(CommitOutcome.Repeated, await store.CommitAsync(commit));
    }

    [Fact]
    public async Task Closing_WithWritesInTheQueue_WritesThemFirst()
    {
        using var gate = new Gate();
        var store = folder.Open(gate.Pass);
        var writing = Enumerable.Range(0, 50).Select(i => store.CommitAsync(Samples.Open(new($"{i}")))).ToArray();

        var closing = store.DisposeAsync();
        gate.Open();
        await closing;

        Assert.All(await Task.WhenAll(writing), outcome => Assert.Equal(CommitOutcome.Committed, outcome));
        Assert.Equal(50L, folder.Ask("SELECT count(*) FROM cases"));
    }

    [Fact]
    public async Task Writing_MoreThanTheQueueHolds_WaitsAtTheDoor()
    {
        using var gate = new Gate();
        await using var store = folder.Open(gate.Pass);
        var first = store.CommitAsync(Samples.Open(new("first")));
        gate.WaitForWriter();
        var writing = Enumerable.Range(0, 1_100).Select(i => store.CommitAsync(Samples.Open(new($"{i}")))).ToArray();
        using var impatient = new CancellationTokenSource();
        var turnedAway = store.PutRecordAsync(new("nonce", "1", "{}", null), impatient.Token);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turnedAway);

        gate.Open();
        Assert.All(await Task.WhenAll([first, .. writing]), outcome => Assert.Equal(CommitOutcome.Committed, outcome));
        Assert.Null(await store.RecordAsync("nonce", "1", None));
    }

    private static void Break(bool now)
    {
        if (now)
        {
            throw new TimeoutException("The disk is gone.");
        }
    }

    /// <summary>Holds the writer before its commits until it is opened.</summary>
    private sealed class Gate : IDisposable
    {
        private readonly ManualResetEventSlim reached = new();
        private readonly ManualResetEventSlim opened = new();

        public void Pass(string point)
        {
            if (point == CrashPoints.BeforeCommit)
            {
                reached.Set();
                opened.Wait();
            }
        }

        public void WaitForWriter() => reached.Wait();

        public void Open() => opened.Set();

        public void Dispose()
        {
            reached.Dispose();
            opened.Dispose();
        }
    }
}
