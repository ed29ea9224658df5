using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.Server.Tests.Sqlite;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Cloud;

namespace ZoneFlow.Server.Tests.Conformance;

/// <summary>
/// Every life that ships, lived in both heads: SQLite with the server's clock and courier, and the cloud's table with one
/// orchestration a case. The journals are the same, entry for entry and byte for byte, and the simulator's changes are theirs.
/// </summary>
public sealed class TwoHeadsTests
{
    public static TheoryData<string> Lives => RunSize.Full ? ShippedLives.All : ["liaoning-2025/harmful.yaml"];

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task ALife_InBothHeads_WritesTheSameJournals(string name)
    {
        var (script, pack, world) = ShippedLives.Live(name);
        var cases = world.Cases.Select(c => c.Id).ToList();
        using var folder = new StoreFolder();
        await using var sqlite = folder.Open();
        var server = new LifeOffice(sqlite, script, pack, ChinaCalendar.Today);
        await server.LiveAsync(world, async () =>
        {
            while (await server.Clockwork.RunAsync(default) + await server.Courier.RunAsync(default) > 0)
            {
            }
        });

        var cloud = await InTheCloudAsync(name);

        var journals = await server.JournalsAsync(cases);
        Assert.Equal(journals, await cloud.JournalsAsync(cases));
        Assert.Equal(server.Mails.Order(StringComparer.Ordinal), cloud.Mails.Order(StringComparer.Ordinal));
        Assert.All(cases, id => Assert.Equal(
            world.Journal(id).SelectMany(e => e.Changes).Select(c => c.GetType().Name),
            journals[id.Value].SelectMany(e => JournalText.Read(System.Text.Encoding.UTF8.GetBytes(e)).Changes).Select(c => c.GetType().Name)));
        foreach (var id in cases)
        {
            var (one, other) = (await sqlite.LoadAsync(id, default), await cloud.Store.LoadAsync(id, default));
            Assert.Equal(Convert.ToHexString(one!.Head.Span), Convert.ToHexString(other!.Head.Span));
            Assert.Equal(one.State.ToArray(), other.State.ToArray());
        }
    }

    private static async Task<LifeOffice> InTheCloudAsync(string name)
    {
        var (script, pack, world) = ShippedLives.Live(name);
        var table = new MemoryTable();
        var clock = new SteppedClock(script.Start);
        var store = new TablesStore(table.Table, clock);
        var office = new LifeOffice(store, script, pack, ChinaCalendar.Today);
        var host = new Orchestrations(office.Activities(store.EffectsOfAsync, store.ProjectAsync), office.Clock, new Random(1), restarts: 5);
        office.Woken = host.Wake;
        await office.LiveAsync(world, host.RunAsync);
        return office;
    }
}
