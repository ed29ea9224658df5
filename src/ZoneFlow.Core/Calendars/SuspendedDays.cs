using System.Collections.Immutable;

namespace ZoneFlow.Core.Calendars;

/// <summary>Suspensions as days that do not overlap, in order, from the first day that counts. An open one lasts its first day.</summary>
internal static class SuspendedDays
{
    public static ImmutableArray<(DateOnly From, DateOnly To)> From(DateOnly first, ImmutableArray<Suspension> suspensions)
    {
        if (suspensions.IsDefaultOrEmpty)
        {
            return [];
        }
        var spans = ImmutableArray.CreateBuilder<(DateOnly, DateOnly)>(suspensions.Length);
        var next = first;
        foreach (var suspension in suspensions.OrderBy(s => s.From))
        {
            var from = suspension.From > next ? suspension.From : next;
            var to = suspension.To ?? suspension.From;
            if (from <= to)
            {
                spans.Add((from, to));
                next = to.AddDays(1);
            }
        }
        return spans.ToImmutable();
    }

    /// <summary>The last day of the span a date lies in; null when the clock ran that day.</summary>
    public static DateOnly? EndAt(this ImmutableArray<(DateOnly From, DateOnly To)> spans, DateOnly date)
    {
        foreach (var (from, to) in spans)
        {
            if (date >= from && date <= to)
            {
                return to;
            }
        }
        return null;
    }
}
