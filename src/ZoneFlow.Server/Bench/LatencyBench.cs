using System.Diagnostics;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Server.Bench;

/// <summary>
/// From an action's arrival to its answer, with nothing else under way: decided, and durable. A bare commit and a bare
/// sync are taken in turn with it, so that all three meet the same disk.
/// </summary>
internal static class LatencyBench
{
    private static readonly DateOnly Day = new(2025, 9, 16);

    public static async Task<FigureSet> RunAsync(int zones, int actions)
    {
        using var folder = new BenchFolder();
        await using var office = await BenchOffice.OpenAsync(folder.Store, CivilDate.At(Day, new TimeOnly(10, 0)));
        using var bare = new BareStore(zones, 2_300, 1_700);
        using var disk = new BareDisk();
        var states = await ApprovalLoop.ZonesAsync(office, zones, Day.AddMonths(-4));
        var (random, warm) = (new Random(3), Math.Min(actions, 600));
        var (steps, commits, syncs) = (new Latencies(), new Latencies(), new Latencies());
        for (var n = 0; n < warm + actions; n++)
        {
            if (n == warm)
            {
                (steps, commits, syncs) = (new Latencies(), new Latencies(), new Latencies());
            }

            var zone = random.Next(zones);
            var from = Stopwatch.GetTimestamp();
            states[zone] = await ApprovalLoop.StepAsync(office, states[zone]);
            steps.Add(from);
            while (await office.Courier.RunAsync(CancellationToken.None) > 0)
            {
            }

            bare.CommitOne(commits);
            disk.Sync(syncs);
        }

        return new FigureSet("latency", [
            new("actions", actions), new("medianMilliseconds", steps.Within(0.5)), new("p99Milliseconds", steps.Within(0.99)),
            new("bareCommitMedianMilliseconds", commits.Within(0.5), "SQLite alone, one step to a commit, in turn with the actions"),
            new("bareCommitP99Milliseconds", commits.Within(0.99)), new("syncMedianMilliseconds", syncs.Within(0.5), "4 KB and fsync"),
            new("ratio", steps.Within(0.5) / commits.Within(0.5), "medians: action to bare commit")]);
    }
}
