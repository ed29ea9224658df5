using ZoneFlow.Core.Calendars;
using ZoneFlow.Server.Bench;

namespace ZoneFlow.Server.Tests.Clocks;

/// <summary>What time brings lets people pass, and comes all the same.</summary>
public sealed class PeopleFirstTests : IDisposable
{
    private const int Zones = 12;
    private static readonly DateOnly Day = new(2025, 9, 16);
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PassingTime_WhetherOrNotSomebodyIsAtWorkAllTheWhile_ReachesEveryZoneOnce(bool busy)
    {
        await using var office = await BenchOffice.OpenAsync(Path.Combine(_folder.Path, "store.db"), CivilDate.At(Day, new TimeOnly(10, 0)));
        await ApprovalLoop.ZonesAsync(office, Zones, Day.AddMonths(-4));
        office.Clock.MoveTo(CivilDate.StartOf(new DateOnly(2026, 1, 1)));
        if (busy)
        {
            office.People.Begun();
        }

        var fired = await office.Clockwork.RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(Zones, fired);
        for (var n = 0; n < Zones; n++)
        {
            Assert.Equal(2, (await office.Store.LoadAsync(BenchOffice.Zone(n), CancellationToken.None))!.Version);
        }
    }

    [Fact]
    public async Task Answering_ASignal_LetsGoOfWhatWaitedForIt()
    {
        await using var office = await BenchOffice.OpenAsync(Path.Combine(_folder.Path, "store.db"), CivilDate.At(Day, new TimeOnly(10, 0)));
        await office.AdoptAsync(1, Day.AddMonths(-4));
        await Assert.ThrowsAsync<InvalidOperationException>(() => office.AdoptAsync(1, Day.AddMonths(-4)));

        Assert.True(office.People.NobodyAsync().IsCompleted);
    }

    public void Dispose() => _folder.Dispose();
}
