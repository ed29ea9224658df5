using System.Diagnostics;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;

namespace ZoneFlow.Server.Bench;

/// <summary>
/// Durable steps a second: each an action by the shell's entry, decided by the real rules, committed with its journal
/// entry, read model and outbox, and its effects run and marked as done.
/// </summary>
internal static class StepsBench
{
    // Not measured: the program compiles what it runs often. Zones then stand at different places of the loop.
    private const int WarmRounds = 5;
    private const int WarmSteps = 30_000;
    private static readonly DateOnly Day = new(2025, 9, 16);

    public static async Task<FigureSet> RunAsync(int zones, int rounds, int inFlight)
    {
        using var folder = new BenchFolder();
        var office = await BenchOffice.OpenAsync(folder.Store, CivilDate.At(Day, new TimeOnly(10, 0)));
        await using (office)
        {
            var states = await ApprovalLoop.ZonesAsync(office, zones, Day.AddMonths(-4));
            await Parallel.ForEachAsync(
                Enumerable.Range(0, zones), new ParallelOptions { MaxDegreeOfParallelism = inFlight },
                async (n, _) => states[n] = await ApprovalLoop.InquiryAsync(office, states[n]));
            // A short run is only to show that it runs; else the compiler is to have done with what runs often.
            var warm = zones * rounds < 1_000 ? WarmRounds : Math.Max(WarmRounds, WarmSteps / zones);
            await RunAsync(office, states, inFlight, zone => warm + (zone % 3));
            await Task.Delay(TimeSpan.FromSeconds(zones * rounds < 1_000 ? 0 : 2));
            var transactions = office.Store.Written.Transactions;
            var sizeBefore = folder.Settled();
            var effectsBefore = office.EffectsRun;

            var (from, processor, allocated) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            await RunAsync(office, states, inFlight, _ => rounds);
            var seconds = Latencies.SecondsSince(from);
            processor = Environment.CpuUsage.TotalTime - processor;
            allocated = GC.GetTotalAllocatedBytes() - allocated;

            var done = zones * rounds;
            var commits = office.Store.Written.Transactions - transactions;
            var stateBytes = (int)states.Average(s => JournalText.Write(s).Length);
            var entryBytes = await EntryBytesAsync(office, states);
            var group = Math.Max(1, (int)(done / commits));
            var grown = (folder.Settled() - sizeBefore) / (double)done;
            using var bare = new BareStore(zones, stateBytes, entryBytes);
            bare.StepsPerSecond(done / 4, group);
            var bareProcessor = Environment.CpuUsage.TotalTime;
            var limit = bare.StepsPerSecond(done, group);
            bareProcessor = Environment.CpuUsage.TotalTime - bareProcessor;
            return new FigureSet("steps", [
                new("zones", zones), new("rounds", rounds), new("inFlight", inFlight),
                new("meanStateBytes", stateBytes), new("meanEntryBytes", entryBytes),
                new("stepsPerSecond", done / seconds), new("bareGroupedStepsPerSecond", limit, "SQLite alone: one update by text key with a due index, one journal insert"),
                new("ratio", done / seconds / limit), new("stepsPerCommit", group),
                new("processorMicrosecondsPerStep", processor.TotalMicroseconds / done, "all threads of the process, which the load of others changes little"),
                new("bareProcessorMicrosecondsPerStep", bareProcessor.TotalMicroseconds / done, "SQLite alone"),
                new("allocatedBytesPerStep", allocated / done), new("effectsRun", office.EffectsRun - effectsBefore, "each marked as done"),
                new("storeBytesPerStep", grown, "after a checkpoint")]);
        }
    }

    private static async Task RunAsync(BenchOffice office, CaseState[] states, int inFlight, Func<int, int> rounds)
    {
        var steps = Task.WhenAll(Enumerable.Range(0, inFlight).Select(w => WorkAsync(office, states, w, inFlight, rounds)));
        await office.RunEffectsAsync(steps);
        await steps;
    }

    // A part of the zones for one worker: one step of a zone at a time, zones in random order.
    private static async Task WorkAsync(BenchOffice office, CaseState[] states, int worker, int workers, Func<int, int> rounds)
    {
        await Task.Yield();
        int[] order = [.. Enumerable.Range(0, states.Length).Where(n => n % workers == worker).SelectMany(n => Enumerable.Repeat(n, rounds(n)))];
        new Random(worker).Shuffle(order);
        foreach (var zone in order)
        {
            states[zone] = await ApprovalLoop.StepAsync(office, states[zone]);
        }
    }

    private static async Task<int> EntryBytesAsync(BenchOffice office, CaseState[] states)
    {
        var bytes = new List<int>();
        foreach (var state in states.Take(200))
        {
            bytes.AddRange((await office.Store.JournalAsync(state.Id, 1, int.MaxValue, CancellationToken.None)).Select(e => e.Bytes.Length));
        }

        return (int)bytes.Average();
    }
}
