using System.Collections.Immutable;
using System.Diagnostics;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Server.Bench;

/// <summary>
/// Many zones with many reported values, and how long the page over all of them takes to answer: measured from request to last byte, on this machine.
/// </summary>
internal static class PlansBench
{
    public const string Policy = "liaoning-2025";
    private const int Indicators = 10;
    private const int Periods = 10;
    private const int Times = 50;

    public static async Task<ImmutableArray<FigureSet>> RunAsync(int zones)
    {
        using var folder = new BenchFolder();
        var address = HttpBench.FreeAddress();
        await using var app = await ZoneFlowServer.StartAsync(new ServeOptions(folder.Path, address, true, false), TextWriter.Null, null, CancellationToken.None);
        await FillAsync(
            app.Services.GetRequiredService<ICaseStore>(), zones, Periods, CivilDate.Of(app.Services.GetRequiredService<MovableClock>().GetUtcNow()));
        using var province = await HttpBench.ClientAsync(app, address, "province");
        var taken = await MeasureAsync(province, $"/worklist/plans?policy={Policy}", Times);
        return
        [
            new FigureSet("plans", [
                new("zones", zones), new("values", zones * Indicators * Periods), new("medianMilliseconds", taken[taken.Length / 2], "the page over all plans, from request to last byte"),
                new("p95Milliseconds", taken[(int)(taken.Length * 0.95)]), new("limitMilliseconds", 100)]),
        ];
    }

    /// <summary>Writes zones in their construction term, each with a plan of ten indicators and their values for so many periods, all confirmed.</summary>
    public static async Task FillAsync(ICaseStore store, int zones, int periods, DateOnly today)
    {
        var pack = ShippedPacks.Load(Policy).Pack ?? throw new InvalidOperationException($"{Policy} does not load.");
        await Parallel.ForEachAsync(Enumerable.Range(0, zones), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (n, _) =>
        {
            var state = Zone(pack, n, today);
            var lines = Lines(n, periods, today).ToList();
            var row = ScoreRows.Of(pack, state, PlanBook.Of(lines), today) ?? throw new InvalidOperationException("A zone with a plan has a scoreboard.");
            await store.CommitAsync(new Commit(
                state.Id, state.Kind, 0, 1, JournalText.Write(state), JournalText.StateSchema, Chain.Start, null, [], [], [.. lines.Select(LedgerRows.Of)], [], [row], [], null, []));
        });
    }

    /// <summary>The times in milliseconds that a page took, shortest first; the first answers warm everything up and are left out.</summary>
    public static async Task<ImmutableArray<double>> MeasureAsync(HttpClient client, string path, int times)
    {
        var taken = new List<double>();
        for (var i = -3; i < times; i++)
        {
            var from = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path);
            answer.EnsureSuccessStatusCode();
            _ = await answer.Content.ReadAsByteArrayAsync();
            if (i >= 0)
            {
                taken.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        }

        return [.. taken.Order()];
    }

    private static CaseState Zone(Pack pack, int number, DateOnly today) => new(
        new CaseId($"plans-{number:D7}"), CaseKinds.Zone, pack.Revision, 1, CivilDate.StartOf(today), $"LN-{number:D7}", $"第{number:D7}号集聚区",
        pack.Regions[number % pack.Regions.Length], [], "constructing", today.AddYears(-1), [],
        ImmutableSortedDictionary.Create<string, Mark>(StringComparer.Ordinal).Add("designated", new Mark(today.AddYears(-1), today.AddYears(-1)))
            .Add("term-end", new Mark(today.AddYears(1), today.AddYears(-1))),
        ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal), [], ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), [],
        ImmutableSortedDictionary.Create<string, OccurrenceState>(StringComparer.Ordinal), [], [], ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal), [],
        new PlanInForce(1, Paper, today.AddYears(-1)), null, null);

    private static FiledDocument Paper => new("formal-plan", 1, ContentHash.Parse(new string('a', 64)), new Confided(new string('b', 64)), "application/pdf", 1);

    private static IEnumerable<LedgerLine> Lines(int zone, int periods, DateOnly today)
    {
        var clauses = Enumerable.Range(0, Indicators).Select(i => new PlanClause(
            PlanClauseKind.Indicator, "", $"指标{i + 1}", "家", i % 2 == 0 ? IndicatorBasis.Stock : IndicatorBasis.Cumulative, null, null, false, 100 + (10 * i), null, null, null)).ToImmutableArray();
        var at = CivilDate.StartOf(today);
        yield return new(1, 0, at, null, new Change.PlanDrafted("formal-plan/once", clauses));
        yield return new(1, 1, at, null, new Change.PlanAdopted(1, Paper, today.AddYears(-1)) { Procedure = "formal-plan/once" });
        for (var period = 0; period < periods; period++)
        {
            var values = clauses.Select((c, i) => (c.Title, Value: (decimal)((period + 1) * (5 + ((zone + (3 * i)) % 17)))))
                .ToImmutableSortedDictionary(v => v.Title, v => (FieldValue)new FieldValue.Number(v.Value), StringComparer.Ordinal);
            yield return new(2 + period, 0, at, null, new Change.ValuesFiled("annual-report/x", "", $"{period}", today.AddDays((period - periods) * 30), values));
            yield return new(2 + period, 1, at, null, new Change.ValuesVerified("annual-report/x", "", $"{period}"));
        }
    }
}
