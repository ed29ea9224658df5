using ZoneFlow.Core.Cases;
using ZoneFlow.Faults.Simulated;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Faults;

/// <summary>Whoever takes a claim at the same time as another, in every order that the store's turns may have.</summary>
public sealed class ClaimTests
{
    private const string Key = "name|liaoning-2025|甲";

    [Fact]
    public async Task TakingAClaimThatHasExpired_ManyAtOnce_IsDoneByOne()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var (disk, turns, claims) = Claims(seed);
            disk.Put(Runtime.Shell.Claims.Released(Key, new CaseId("zone-gone")));
            var takers = Enumerable.Range(1, 3).Select(n => new CaseId($"zone-{n}")).ToList();

            var taking = Task.WhenAll(takers.Select(t => claims.TakeAsync(Key, t, CancellationToken.None)));
            turns.Run(() => false);

            Assert.True(taking.IsCompletedSuccessfully);
            var taken = await taking;
            Assert.Single(taken, won => won);
            var again = claims.TakeAsync(Key, takers[Array.IndexOf(taken, true)], CancellationToken.None);
            turns.Run(() => false);
            Assert.True(await again);
        }
    }

    private static (SimulatedDisk Disk, Turns Turns, Claims Claims) Claims(int seed)
    {
        var chance = new Random(seed);
        var (disk, turns) = (new SimulatedDisk(), new Turns(chance));
        var clock = new SimulatedClock(new DateTimeOffset(2025, 5, 6, 1, 0, 0, TimeSpan.Zero));
        return (disk, turns, new Claims(new SimulatedStore(disk, turns, new ProcessLife(), new Weather(), chance), new WallClock(clock)));
    }
}
