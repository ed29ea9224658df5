using ZoneFlow.Faults.Simulated;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Faults.Ports;

/// <summary>The simulated store keeps every rule of the port that the real ones keep: what a life shows there holds for them too.</summary>
public sealed class SimulatedStoreTests : CaseStoreTests
{
    private readonly SimulatedDisk _disk = new();

    protected override Task<ICaseStore> OpenAsync() => Task.FromResult<ICaseStore>(
        new SimulatedStore(_disk, new Turns(new Random(1)) { AtOnce = true }, new ProcessLife(), new Weather(), new Random(1)));

    protected override Task<ICaseStore> ReopenAsync() => OpenAsync();

    protected override Task CloseAsync() => Task.CompletedTask;
}
