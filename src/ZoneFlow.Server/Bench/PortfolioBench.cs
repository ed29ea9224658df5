using System.Collections.Immutable;
using System.Diagnostics;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;

namespace ZoneFlow.Server.Bench;

/// <summary>Ten years of many zones by the shell's own entry, timers and effects with them; and how large the store is each year.</summary>
internal static class PortfolioBench
{
    private static readonly DateOnly Begun = new(2025, 9, 16);

    public static async Task<ImmutableArray<FigureSet>> RunAsync(int zones, int years)
    {
        using var folder = new BenchFolder();
        await using var office = await BenchOffice.OpenAsync(folder.Store, CivilDate.At(Begun, new TimeOnly(10, 0)));
        var states = await ApprovalLoop.ZonesAsync(office, zones, Begun.AddMonths(-4));
        var sets = ImmutableArray.CreateBuilder<FigureSet>();
        var size = folder.Settled();
        var (entries, from) = (states.Sum(s => s.Version), Stopwatch.GetTimestamp());
        for (var day = new DateOnly(2025, 10, 9); day.Year <= 2025 + years; day = day.AddMonths(2))
        {
            await PassAsync(office, day);
            await EachAsync(zones, async n => states[n] = await MoveAsync(office, states[n].Id, day));
            if (day.Month == 12 && day.Year > 2025)
            {
                var (now, written) = (folder.Settled(), states.Sum(s => s.Version));
                sets.Add(new FigureSet("portfolio", [
                    new("zones", zones), new("year", day.Year), new("entries", written), new("storeMegabytes", now / 1e6),
                    new("storeBytesPerStepThisYear", written == entries ? 0d : (now - size) / (double)(written - entries), "journal entries of all zones"),
                    new("meanStateBytes", states.Average(s => JournalText.Write(s).Length)),
                    new("entriesPerSecond", (written - entries) / Latencies.SecondsSince(from), "timers, actions and effects together")]));
                (size, entries, from) = (now, written, Stopwatch.GetTimestamp());
            }
        }

        return sets.ToImmutable();
    }

    // Timers at their own instants, then the effects that wait.
    private static async Task PassAsync(BenchOffice office, DateOnly day)
    {
        var now = CivilDate.At(day, new TimeOnly(10, 0));
        while (await office.Store.NextDueAsync(CancellationToken.None) is { } due && due <= now)
        {
            office.Clock.MoveTo(due);
            await office.Clockwork.RunAsync(CancellationToken.None);
        }

        office.Clock.MoveTo(now);
        await office.RunEffectsAsync(Task.CompletedTask);
    }

    private static async Task<CaseState> MoveAsync(BenchOffice office, CaseId id, DateOnly day)
    {
        var (state, _) = (await office.Cases.FindAsync(id, CancellationToken.None))!.Value;
        var city = BenchOffice.City(state.Region!);
        if (At(state, "annual-report", "owed"))
        {
            state = (await office.ActAsync(state, BenchOffice.Body, "file")).State!;
            state = (await office.ActAsync(state, city, "forward")).State!;
        }
        else if (At(state, "final-assessment", "self-reporting"))
        {
            state = (await office.ActAsync(state, BenchOffice.Body, "file")).State!;
        }
        else if (At(state, "final-assessment", "assessing") && state.Marks["term-end"].Date < day)
        {
            state = (await office.ActAsync(state, BenchOffice.Province, "pass", ("dated", new FieldValue.Day(day)))).State!;
        }

        if (day.Month == 4)
        {
            state = (await office.ActAsync(
                state, BenchOffice.Body, "report-change", ("kind", new FieldValue.Many(["运行机制"])), ("happened", new FieldValue.Day(day.AddDays(-5))))).State!;
            state = (await office.ActAsync(state, city, "forward")).State!;
        }

        return state;
    }

    private static bool At(CaseState state, string procedure, string stage) => state.Procedures.Any(p => p.Name == procedure && p.Stage == stage);

    private static Task EachAsync(int zones, Func<int, Task> move) => Parallel.ForEachAsync(
        Enumerable.Range(0, zones), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (n, _) => await move(n));
}
