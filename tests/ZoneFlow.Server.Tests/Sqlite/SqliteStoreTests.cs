using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Sqlite;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Server.Tests.Sqlite;

/// <summary>Every rule of the port, on a real file; which is whole and well formed after each.</summary>
public sealed class SqliteStoreTests : CaseStoreTests, IDisposable
{
    private readonly StoreFolder folder = new();
    private SqliteStore store = null!;

    public void Dispose() => folder.Dispose();

    protected override Task<ICaseStore> OpenAsync() => Task.FromResult<ICaseStore>(store = folder.Open());

    protected override async Task<ICaseStore> ReopenAsync()
    {
        await store.DisposeAsync();
        return await OpenAsync();
    }

    protected override async Task CloseAsync()
    {
        await store.DisposeAsync();
        Assert.Equal("ok", folder.Ask("PRAGMA integrity_check"));
    }
}
