using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Ports;

/// <summary>The rules of <see cref="ICaseStore"/>, written once and run against every store.</summary>
public abstract partial class CaseStoreTests : IAsyncLifetime
{
    protected static readonly DateTimeOffset Noon = Samples.Noon;

    protected static CancellationToken None => CancellationToken.None;

    protected ICaseStore Store { get; private set; } = null!;

    /// <summary>Opens an empty store of this test's own.</summary>
    protected abstract Task<ICaseStore> OpenAsync();

    /// <summary>Closes the store and opens it again, as a restart would.</summary>
    protected abstract Task<ICaseStore> ReopenAsync();

    protected abstract Task CloseAsync();

    public async Task InitializeAsync() => Store = await OpenAsync();

    public Task DisposeAsync() => CloseAsync();

    protected async Task RestartAsync() => Store = await ReopenAsync();

    protected async Task<Commit> CommittedAsync(Commit commit)
    {
        Assert.Equal(CommitOutcome.Committed, await Store.CommitAsync(commit));
        return commit;
    }

    protected Task<Commit> OpenedAsync(CaseId? id = null, Func<Commit, Commit>? with = null)
    {
        var commit = Samples.Open(id ?? Samples.NewCase());
        return CommittedAsync(with is null ? commit : with(commit));
    }

    protected async Task<IEnumerable<string>> PendingAsync(DateTimeOffset? now = null) =>
        (await Store.PendingEffectsAsync(now ?? Noon, 100, None)).Select(effect => effect.Id);

    protected static void AssertSame(Commit commit, StoredCase? stored)
    {
        Assert.NotNull(stored);
        Assert.Equal((commit.Case, commit.Kind, commit.Version, commit.Schema), (stored.Id, stored.Kind, stored.Version, stored.Schema));
        Assert.Equal(commit.State.ToArray(), stored.State.ToArray());
        Assert.Equal(commit.Head.ToArray(), stored.Head.ToArray());
    }

    protected static void AssertSame(IEnumerable<StoredEntry> expected, IEnumerable<StoredEntry> actual) =>
        Assert.Equal(expected.Select(Printed), actual.Select(Printed));

    private static string Printed(StoredEntry entry) => string.Join(
        ' ', entry.Sequence, Convert.ToHexString(entry.Previous.Span), Convert.ToHexString(entry.Hash.Span), Convert.ToHexString(entry.Bytes.Span));
}
