using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Core.Cases;
using ZoneFlow.Faults.Simulated;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Runtime.Watching;
using ZoneFlow.TestKit;

namespace ZoneFlow.Faults;

/// <summary>What is not well is seen, each by its own check and by no other.</summary>
public sealed class HealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly SimulatedDisk _disk = new();

    [Fact]
    public async Task Looking_AtNothingAmiss_FindsAllGoodSaveTheOfficeThatIsNotOpenYetAndTheMissingKey() =>
        Assert.Equal([HealthKeys.Store, HealthKeys.Root], (await LookAsync(Now)).Where(c => c.State != HealthState.Good).Select(c => c.Key));

    [Theory]
    [InlineData(1, -4, 0, HealthState.Good, 0)]
    [InlineData(1, -6, 0, HealthState.Watch, 1)]
    [InlineData(99, -6, 0, HealthState.Watch, 99)]
    [InlineData(100, -6, 0, HealthState.Bad, 100)]
    [InlineData(2, 60, 3, HealthState.Good, 0)]
    [InlineData(2, 60, 4, HealthState.Watch, 2)]
    public async Task Outbox_OfEffectsThatWaitOrFail_IsJudgedByHowManyAreLate(int count, int minutes, int attempts, HealthState state, long late)
    {
        for (var n = 1; n <= count; n++)
        {
            _disk.Outbox[n] = Effect(n) with { NextTry = Now.AddMinutes(minutes), Attempts = attempts };
        }

        var check = await CheckAsync(HealthKeys.Outbox, Now);
        Assert.Equal((state, late), (check.State, check.Count));
        Assert.Equal(HealthState.Good, (await CheckAsync(HealthKeys.ParkedEffects, Now)).State);
    }

    [Fact]
    public async Task Effect_GivenUpOn_IsBadAndNotLate()
    {
        _disk.Outbox[1] = Effect(1) with { NextTry = Now.AddDays(-1), Attempts = 30, Parked = true };

        Assert.Equal((HealthState.Bad, 1), Of(await CheckAsync(HealthKeys.ParkedEffects, Now)));
        Assert.Equal(HealthState.Good, (await CheckAsync(HealthKeys.Outbox, Now)).State);
    }

    [Theory]
    [InlineData(-299, null, HealthState.Good, HealthState.Good)]
    [InlineData(-301, null, HealthState.Bad, HealthState.Good)]
    [InlineData(600, null, HealthState.Good, HealthState.Good)]
    [InlineData(-301, "why", HealthState.Good, HealthState.Bad)]
    public async Task Case_ThatIsDueOrParked_IsSeen(int seconds, string? parked, HealthState overdue, HealthState parkedCases)
    {
        _disk.Cases["zone-1"] = new StoredLife(new CaseId("zone-1"), CaseKinds.Zone) { Due = Now.AddSeconds(seconds), Parked = parked };

        Assert.Equal((overdue, parkedCases), ((await CheckAsync(HealthKeys.Overdue, Now)).State, (await CheckAsync(HealthKeys.ParkedCases, Now)).State));
    }

    [Theory]
    [InlineData("2026-11-30", HealthState.Good, 31)]
    [InlineData("2026-12-01", HealthState.Watch, 30)]
    [InlineData("2026-12-31", HealthState.Watch, 0)]
    [InlineData("2027-01-01", HealthState.Bad, -1)]
    public async Task Calendar_NearItsLastPublishedDay_IsSeenAMonthAhead(string day, HealthState state, long left) =>
        Assert.Equal((state, left), Of(await CheckAsync(HealthKeys.Calendar, DateTimeOffset.Parse($"{day}T01:00:00Z", System.Globalization.CultureInfo.InvariantCulture))));

    private static (HealthState, long) Of(HealthCheck check) => (check.State, check.Count);

    private async Task<HealthCheck> CheckAsync(string key, DateTimeOffset now) => Assert.Single(await LookAsync(now), c => c.Key == key);

    private Task<IReadOnlyList<HealthCheck>> LookAsync(DateTimeOffset now)
    {
        var chance = new Random(1);
        var store = new SimulatedStore(_disk, new Turns(chance) { AtOnce = true }, new ProcessLife(), new Weather(), chance);
        var rulebooks = new Rulebooks((_, _) => throw new InvalidOperationException("No pack is asked for."), ChinaCalendar.Today);
        var clock = new SimulatedClock(now);
        var documents = new SimulatedDocuments(_disk, new Turns(chance) { AtOnce = true }, new ProcessLife(), new Weather(), clock, chance);
        var scans = new UploadScans(store, documents, ScanResult.NoScanner, new WallClock(clock), NullLogger<UploadScans>.Instance);
        return new Health(store, rulebooks, scans, new DailyRoots(store, documents, EvidenceKey.None, clock), clock).LookAsync(CancellationToken.None);
    }

    private static OutboxEffect Effect(int n) => new($"effect-{n}", new CaseId("zone-1"), n, $"lane-{n}", "tell", "{}", Now, 0, null, false);
}
