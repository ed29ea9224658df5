using System.Diagnostics;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Bench;

/// <summary>
/// All zones' reports open at one midnight, and all are reminded of them on one morning, while people work on others.
/// </summary>
internal static class TimersBench
{
    private const int Busy = 300;
    private static readonly DateOnly Day = new(2025, 9, 16);
    private static readonly TimeSpan BetweenActions = TimeSpan.FromMilliseconds(20);

    public static async Task<FigureSet> RunAsync(int zones)
    {
        using var folder = new BenchFolder();
        await using var office = await BenchOffice.OpenAsync(folder.Store, CivilDate.At(Day, new TimeOnly(10, 0)));
        var states = await ApprovalLoop.ZonesAsync(office, zones, Day.AddMonths(-4));

        var busy = new CaseState[Busy];
        for (var n = 0; n < Busy; n++)
        {
            var adoption = Adoption.Of(office.Pack, zones + n, BenchOffice.Body.Party!.Value, Day.AddMonths(-4)) with { Standing = "operating" };
            busy[n] = (await office.SendAsync(BenchOffice.Zone(zones + n), BenchOffice.Province, adoption)).State!;
        }

        office.Clock.MoveTo(CivilDate.StartOf(new DateOnly(2026, 1, 1)));
        var opened = await FireAsync(office, busy);
        Invariant(folder, zones, 2, "opened");
        office.Clock.MoveTo(Next(folder, zones));
        var reminded = await FireAsync(office, busy);
        Invariant(folder, zones, 3, "reminded");
        using var bare = new BareStore(Math.Min(zones, 10_000), 2_600, 1_300);
        var limit = bare.StepsPerSecond(Math.Min(zones, 50_000), opened.PerCommit);
        return new FigureSet("timers", [
            new("zones", zones), new("openedSeconds", opened.Seconds, "reports opened at one midnight: decided and recorded"),
            new("remindedSeconds", reminded.Seconds, "reminders on one morning: decided, recorded and in the outbox"),
            new("remindedPerSecond", zones / reminded.Seconds), new("bareGroupedStepsPerSecond", limit),
            new("ratio", zones / reminded.Seconds / limit), new("stepsPerCommit", reminded.PerCommit), new("twice", 0, "checked zone by zone"),
            new("actionsMeanwhile", opened.Meanwhile.Count + reminded.Meanwhile.Count),
            new("actionMedianMilliseconds", reminded.Meanwhile.Within(0.5)), new("actionP99Milliseconds", reminded.Meanwhile.Within(0.99))]);
    }

    private static async Task<(double Seconds, int Fired, int PerCommit, Latencies Meanwhile)> FireAsync(BenchOffice office, CaseState[] busy)
    {
        using var stop = new CancellationTokenSource();
        var meanwhile = new Latencies();
        var people = WorkAsync(office, busy, meanwhile, stop.Token);
        var (transactions, writes) = office.Store.Written;
        var from = Stopwatch.GetTimestamp();
        var fired = await Task.Run(() => office.Clockwork.RunAsync(CancellationToken.None));
        var seconds = Latencies.SecondsSince(from);
        await stop.CancelAsync();
        await people;
        var after = office.Store.Written;
        return (seconds, fired, Math.Max(1, (int)((after.Writes - writes) / Math.Max(1, after.Transactions - transactions))), meanwhile);
    }

    private static async Task WorkAsync(BenchOffice office, CaseState[] busy, Latencies latencies, CancellationToken stop)
    {
        await Task.Yield();
        for (var n = 0; !stop.IsCancellationRequested; n = (n + 1) % busy.Length)
        {
            var from = Stopwatch.GetTimestamp();
            busy[n] = await StepAsync(office, busy[n]);
            latencies.Add(from);
            try
            {
                await Task.Delay(BetweenActions, stop);
            }
            catch (OperationCanceledException)
            {
                // All timers have fired.
            }
        }
    }

    private static async Task<CaseState> StepAsync(BenchOffice office, CaseState state) => state.IsRunning("revocation")
        ? (await office.ActAsync(state, BenchOffice.Province, "unfounded")).State!
        : await ApprovalLoop.InquiryAsync(office, state);

    // When the zones are next due; those that people work on have dates of their own.
    private static DateTimeOffset Next(BenchFolder folder, int zones)
    {
        using var database = Database.ForReading(folder.Store);
        return database.Use("SELECT min(due_at) FROM cases WHERE id < ?").Bind(BenchOffice.Zone(zones).Value).First(row => row.Instant(0));
    }

    // Every zone that was due has moved once, and no mail of it stands twice.
    private static void Invariant(BenchFolder folder, int zones, long version, string what)
    {
        using var database = Database.ForReading(folder.Store);
        var moved = database.Use("SELECT count(*) FROM cases WHERE id < ? AND version = ?").Bind(BenchOffice.Zone(zones).Value).Bind(version).First(row => row.Long(0));
        var reminders = database.Use("SELECT count(*) FROM (SELECT 1 FROM outbox WHERE case_id < ? GROUP BY case_id, lane, ord HAVING count(*) > 1)")
            .Bind(BenchOffice.Zone(zones).Value).First(row => row.Long(0));
        if (moved != zones || reminders != 0)
        {
            throw new InvalidOperationException($"{moved} of {zones} zones were {what} once, and {reminders} mails stand twice.");
        }
    }
}
