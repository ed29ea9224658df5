using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>What an indicator would come to by its due date if it goes on as it has, with how far that may be off.</summary>
/// <param name="Low">The lower end of a range that holds the value nine times in ten, and <paramref name="High"/> its upper end; null where two values alone say nothing of how they scatter.</param>
/// <param name="Points">How many values it rests on.</param>
public sealed record Forecast(decimal Value, decimal? Low, decimal? High, DateOnly At, int Points)
{
    // Two-sided 90 % points of Student's t by degrees of freedom; beyond the last it is as good as normal.
    private static readonly decimal[] Student = [6.314m, 2.920m, 2.353m, 2.132m, 2.015m, 1.943m, 1.895m, 1.860m, 1.833m, 1.812m, 1.796m, 1.782m];
    private const decimal Normal = 1.645m;

    /// <summary>The forecast for the day an indicator is due, or null where fewer than two values, or a missing baseline, leave nothing to go by.</summary>
    /// <param name="due">The target's own day, or the plan's last.</param>
    public static Forecast? Of(IndicatorRule rule, string item, IEnumerable<MeasuredValue> values, DateOnly due)
    {
        if (rule.Target is null)
        {
            return null;
        }

        var own = values.Where(v => v.Item == item && v.Indicator == rule.Name && v is { Verified: true, Number: not null } && v.Period != MeasuredValue.Baseline)
            .Where(v => v.AsOf <= due).OrderBy(v => v.AsOf).DistinctBy(v => v.AsOf).ToList();
        if (own.Count < 2)
        {
            return null;
        }

        var first = own[0].AsOf.DayNumber;
        if (rule.Basis is IndicatorBasis.Stock or IndicatorBasis.Cumulative)
        {
            var line = Line([.. own.Select(v => ((decimal)(v.AsOf.DayNumber - first), v.Number!.Value))], due.DayNumber - first, due);
            return rule.Basis == IndicatorBasis.Cumulative ? line.NotBelow(own[^1].Number!.Value) : line.NotBelow(0);
        }

        return OfYear(own, rule.Grows && due is not { Month: 12, Day: 31 } ? due.Year - 1 : due.Year, due);
    }

    private Forecast NotBelow(decimal least) =>
        this with { Value = Math.Max(Value, least), Low = Low is { } low ? Math.Max(low, least) : null, High = High is { } high ? Math.Max(high, least) : null };

    // The straight line through the values (least squares), and the spread of a new value about it.
    private static Forecast Line((decimal X, decimal Y)[] points, decimal at, DateOnly due)
    {
        var n = points.Length;
        var (meanX, meanY) = (points.Average(p => p.X), points.Average(p => p.Y));
        var spread = points.Sum(p => (p.X - meanX) * (p.X - meanX));
        var slope = points.Sum(p => (p.X - meanX) * (p.Y - meanY)) / spread;
        var value = meanY + (slope * (at - meanX));
        if (n == 2)
        {
            return new(value, null, null, due, n);
        }

        var residual = points.Sum(p => Square(p.Y - meanY - (slope * (p.X - meanX)))) / (n - 2);
        var error = T(n - 2) * Root(residual * (1 + (1m / n) + (Square(at - meanX) / spread)));
        return new(value, value - error, value + error, due, n);
    }

    // What the year has already, and its remaining days at the mean daily rate of the periods so far.
    private static Forecast OfYear(List<MeasuredValue> own, int year, DateOnly due)
    {
        var rates = new List<decimal>();
        for (var i = 0; i < own.Count; i++)
        {
            var days = i > 0 ? own[i].AsOf.DayNumber - own[i - 1].AsOf.DayNumber : own[1].AsOf.DayNumber - own[0].AsOf.DayNumber;
            rates.Add(own[i].Number!.Value / days);
        }

        var had = own.Where(v => v.AsOf.Year == year).ToList();
        var from = had.Count > 0 ? had[^1].AsOf : new DateOnly(year - 1, 12, 31);
        var left = Math.Max(0, new DateOnly(year, 12, 31).DayNumber - from.DayNumber);
        var mean = rates.Average();
        var value = had.Sum(v => v.Number!.Value) + (mean * left);
        if (left == 0)
        {
            return new(value, value, value, due, own.Count);
        }

        if (rates.Count == 2)
        {
            return new(value, null, null, due, 2);
        }

        var deviation = Root(rates.Sum(r => Square(r - mean)) / (rates.Count - 1));
        var error = T(rates.Count - 1) * deviation * left * Root(1 + (1m / rates.Count));
        return new Forecast(value, value - error, value + error, due, own.Count).NotBelow(had.Sum(v => v.Number!.Value));
    }

    private static decimal T(int freedom) => freedom <= Student.Length ? Student[freedom - 1] : Normal;

    private static decimal Square(decimal value) => value * value;

    // Newton's, to a millionth: more than any forecast is worth.
    private static decimal Root(decimal value)
    {
        if (value <= 0)
        {
            return 0;
        }

        var root = Math.Max(1, value);
        for (var i = 0; i < 200; i++)
        {
            var next = (root + (value / root)) / 2;
            if (Math.Abs(next - root) < 0.000001m)
            {
                return next;
            }

            root = next;
        }

        return root;
    }
}
