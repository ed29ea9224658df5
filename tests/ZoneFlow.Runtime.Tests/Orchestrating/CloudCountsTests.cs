using System.Globalization;
using Xunit.Abstractions;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Runtime.Tests.Orchestrating;

/// <summary>
/// What the cloud bills for the lives that ship: requests of the table, activities and turns of orchestrations, for each year that a
/// zone lives. infra/azure/README.md reckons its bill with the figures that are held here.
/// </summary>
[NeedsFullRun]
public sealed class CloudCountsTests(ITestOutputHelper output)
{
    [FactIfPresent]
    public async Task Lives_ForEachYearOfAZone_AskOfTheCloudWhatTheBillReckonsWith()
    {
        var (years, reads, writes, looks, effects, entries, bytes) = (0.0, 0L, 0L, 0, 0, 0L, 0L);
        foreach (var name in ShippedLives.Names.Where(n => n.StartsWith("liaoning", StringComparison.Ordinal)))
        {
            var (script, pack, world) = ShippedLives.Live(name);
            var memory = new MemoryTable();
            var table = new CountedTable(memory.Table);
            var store = new TablesStore(table.Table, new SteppedClock(script.Start));
            var office = new LifeOffice(store, script, pack, ChinaCalendar.Today);
            var host = new Orchestrations(office.Activities(store.EffectsOfAsync, store.ProjectAsync), office.Clock, new Random(1));
            office.Woken = host.Wake;
            await office.LiveAsync(world, host.RunAsync);
            (reads, writes, looks, effects) = (reads + table.Reads, writes + table.Writes, looks + host.Looks, effects + host.Effects);
            years += world.Cases.Where(c => c.Kind == "zone").Sum(c => (world.Now - world.Journal(c.Id)[0].At).TotalDays / 365.25);
            entries += world.Cases.Sum(c => world.Journal(c.Id).Count);
            bytes += memory.All.Sum(row => row.Values.Values.Sum(v => v is byte[] b ? b.Length : 2L * ((string)v).Length));
        }

        string Each(double count) => (count / years).ToString("F0", CultureInfo.InvariantCulture);
        output.WriteLine(
            $"{years:F1} zone-years, for each: {Each(reads)} reads, {Each(writes)} writes, {Each(looks)} looks, {Each(effects)} effects, {Each(entries)} entries, {Each(bytes)} bytes");
        Assert.InRange(years, 10, 1_000);
    }
}
