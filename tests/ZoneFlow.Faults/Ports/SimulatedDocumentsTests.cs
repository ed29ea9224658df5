using ZoneFlow.Faults.Simulated;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Faults.Ports;

public sealed class SimulatedDocumentsTests : DocumentStoreTests
{
    private readonly SimulatedClock _clock = new(DateTimeOffset.UnixEpoch);

    public SimulatedDocumentsTests() => Store = new SimulatedDocuments(
        new SimulatedDisk(), new Turns(new Random(1)) { AtOnce = true }, new ProcessLife(), new Weather(), _clock, new Random(1));

    protected override IDocumentStore Store { get; }

    protected override Task<DateTimeOffset> LaterAsync()
    {
        _clock.Now += TimeSpan.FromSeconds(2);
        return Task.FromResult(_clock.Now - TimeSpan.FromSeconds(1));
    }
}
