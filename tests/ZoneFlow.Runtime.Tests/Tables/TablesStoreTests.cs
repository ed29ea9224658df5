using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Runtime.Tests.Tables;

/// <summary>Every rule of the port, on a table service in memory that has the real one's limits.</summary>
public sealed class TablesStoreTests : CaseStoreTests
{
    private readonly MemoryTable _table = new();

    protected override Task<ICaseStore> OpenAsync() => Task.FromResult<ICaseStore>(new TablesStore(_table.Table, TimeProvider.System));

    protected override Task<ICaseStore> ReopenAsync() => OpenAsync();

    protected override Task CloseAsync() => Task.CompletedTask;
}
