using ZoneFlow.Functions.Stores;
using ZoneFlow.Functions.Tests.Stores;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Cloud;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>
/// Every life that ships on Azure's tables and Durable Task's in-process host. The journals are those of the same life over the
/// table in memory and the orchestrations as values, which the server's tests hold against the server head's, byte for byte.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class EveryLifeTests(Azurite azurite)
{
    // All of them take minutes even on a quiet machine: asked for by name, also in a full run.
    public static TheoryData<string> Lives => Environment.GetEnvironmentVariable("ZONEFLOW_EVERY_LIFE") == "1" ? ShippedLives.All : ShippedLives.OneOfEach;

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task ALife_OnAzuresPartsAndOnTheirModel_WritesTheSameJournals(string name)
    {
        var (script, pack, world) = ShippedLives.Live(name);
        var cases = world.Cases.Select(c => c.Id).ToList();
        var table = new AzureTable(azurite.Table());
        await table.CreateAsync(default);
        var clock = new SteppedClock(script.Start);
        var store = new TablesStore(table.Table, clock);
        var office = new LifeOffice(store, script, pack, ChinaCalendar.Today);
        var woken = new Woken();
        var activities = office.Activities(store.EffectsOfAsync, store.ProjectAsync);
        await using var host = await ZoneHost.StartAsync(() => activities, woken);
        office.Woken = woken.Add;
        await office.LiveAsync(world, async () =>
        {
            // The virtual clock stands: what is due by it is woken, and the host left alone until nothing is.
            while (await DueAsync(office) is { Count: > 0 } due)
            {
                foreach (var id in due)
                {
                    await host.WakeAsync(id);
                }

                await host.UntilQuietAsync(async () => !(await DueAsync(office)).Overlaps(due));
            }
        });

        var expected = await OnTheModelAsync(name);

        Assert.Equal(await expected.JournalsAsync(cases), await office.JournalsAsync(cases));
        Assert.Equal(expected.Mails.Order(StringComparer.Ordinal), office.Mails.Order(StringComparer.Ordinal));
    }

    private static async Task<HashSet<Core.Cases.CaseId>> DueAsync(LifeOffice office) =>
    [
        .. (await office.Store.DueByAsync(office.Clock.Now, 100, default)).Select(d => d.Case),
        .. (await office.Store.PendingEffectsAsync(office.Clock.Now, 100, default)).Select(e => e.Case),
    ];

    private static async Task<LifeOffice> OnTheModelAsync(string name)
    {
        var (script, pack, world) = ShippedLives.Live(name);
        var store = new TablesStore(new MemoryTable().Table, new SteppedClock(script.Start));
        var office = new LifeOffice(store, script, pack, ChinaCalendar.Today);
        var host = new Orchestrations(office.Activities(store.EffectsOfAsync, store.ProjectAsync), office.Clock, new Random(1));
        office.Woken = host.Wake;
        await office.LiveAsync(world, host.RunAsync);
        return office;
    }
}
