using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Calendars;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Server.Bench;

/// <summary>The pure core on one thread: actions decided, and ten years of a zone lived.</summary>
internal static class DecideBench
{
    private static readonly DateTimeOffset Now = CivilDate.At(new DateOnly(2025, 9, 16), new TimeOnly(10, 0));

    public static FigureSet Run(int decisions, int lives)
    {
        var rules = new Rulebook(ShippedPacks.Load(BenchOffice.Policy).Pack, WorkingCalendar.Of(CalendarFile.LoadShipped()), Rulebook.UsualOpening);
        var moments = Moments(rules);
        var entries = moments.Select(m => Lifecycle.Decide(rules, m.State, m.Signal).Entries.Single()).ToArray();
        var decided = DeadlineBench.Best(decisions, () => Times(decisions, n =>
            Lifecycle.Decide(rules, moments[n % moments.Length].State, moments[n % moments.Length].Signal).Entries.Length));
        var folded = DeadlineBench.Best(decisions, () => Times(decisions, n =>
            Lifecycle.Apply(BenchOffice.Zone(0), moments[n % moments.Length].State, entries[n % entries.Length]).Version));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Times(1_000, n => Lifecycle.Decide(rules, moments[n % moments.Length].State, moments[n % moments.Length].Signal).Entries.Length);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000;
        var journal = 0;
        var lived = DeadlineBench.Best(lives, () => Times(lives, _ => journal = TenYears.Live(rules)));
        return new FigureSet("decide", [
            new("decisions", decisions), new("decisionsPerSecond", decided), new("foldsPerSecond", folded, "the same entries applied, nothing decided"),
            new("ratio", decided / folded), new("allocatedBytesPerDecision", allocated), new("entriesInTenYears", journal),
            new("tenYearsMilliseconds", 1_000 / lived, "one zone: reports, reminders, changes, assessment")]);
    }

    /// <summary>The approval loop's three actions, each with the zone as it then stands.</summary>
    public static (CaseState State, Signal Signal)[] Moments(Rulebook rules)
    {
        var life = new PlainLife(rules, Now);
        life.Adopt(Now);
        var moments = ImmutableArray.CreateBuilder<(CaseState, Signal)>();
        foreach (var (actor, action) in new[] { (BenchOffice.Body, "request-change"), (BenchOffice.City(life.State.Region!), "forward"), (BenchOffice.Province, "refuse") })
        {
            moments.Add((life.State, life.SignalOf(Now, actor, action)));
            life.Act(Now, actor, action);
        }

        return [.. moments];
    }

    private static long Times(int count, Func<int, long> of)
    {
        var sum = 0L;
        for (var n = 0; n < count; n++)
        {
            sum += of(n);
        }

        return sum;
    }
}
