using ZoneFlow.Functions.Stores;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Functions.Tests.Stores;

/// <summary>Every rule of the case store's port, on Azure's tables as Azurite serves them.</summary>
[Collection(SharedAzurite.Name)]
public sealed class AzureTableStoreTests(Azurite azurite) : CaseStoreTests
{
    private readonly AzureTable _table = new(azurite.Table());

    protected override async Task<ICaseStore> OpenAsync()
    {
        await _table.CreateAsync(default);
        return new TablesStore(_table.Table, TimeProvider.System);
    }

    protected override Task<ICaseStore> ReopenAsync() => OpenAsync();

    protected override Task CloseAsync() => Task.CompletedTask;
}
