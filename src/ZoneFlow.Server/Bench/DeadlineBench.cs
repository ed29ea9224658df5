using System.Diagnostics;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Policies.Calendars;

namespace ZoneFlow.Server.Bench;

/// <summary>Last days reckoned in a second on one thread: working days, days, months and years, rolled.</summary>
internal static class DeadlineBench
{
    private static readonly Period[] Periods =
    [
        new(5, PeriodUnit.WorkingDays), new(10, PeriodUnit.WorkingDays), new(30, PeriodUnit.WorkingDays), new(60, PeriodUnit.Days), new(2, PeriodUnit.Months),
        new(2, PeriodUnit.Years),
    ];

    public static FigureSet Run(int dates)
    {
        var calendar = WorkingCalendar.Of(CalendarFile.LoadShipped());
        var first = new DateOnly(2024, 1, 1);
        long Reckon() => Sum(dates, n => Deadlines.Compute(Periods[n % Periods.Length], first.AddDays(n % 1_000), calendar, Reckoning.Law).Last.DayNumber);
        long Add() => Sum(dates, n => first.AddDays(n % 1_000).AddMonths(n % Periods.Length).DayNumber);
        var (reckoned, added) = (Best(dates, Reckon), Best(dates, Add));
        return new FigureSet("deadline", [
            new("dates", dates), new("datesPerSecond", reckoned), new("bareMonthAdditionsPerSecond", added, "DateOnly.AddMonths, no calendar"),
            new("ratio", reckoned / added)]);
    }

    /// <summary>The best of several runs, the first ones warming up, as calls in a second.</summary>
    public static double Best(int calls, Func<long> run)
    {
        var best = 0d;
        for (var n = 0; n < 6; n++)
        {
            var from = Stopwatch.GetTimestamp();
            GC.KeepAlive(run());
            best = Math.Max(best, calls / Latencies.SecondsSince(from));
        }

        return best;
    }

    private static long Sum(int count, Func<int, long> of)
    {
        var sum = 0L;
        for (var n = 0; n < count; n++)
        {
            sum += of(n);
        }

        return sum;
    }
}
