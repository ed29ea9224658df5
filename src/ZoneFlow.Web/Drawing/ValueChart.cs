using System.Globalization;

namespace ZoneFlow.Web.Drawing;

/// <summary>An indicator over time as a small drawing: its values, the line it must reach, and the forecast with its range.</summary>
/// <param name="Needed">What is to be reached; null draws no line.</param>
/// <param name="Ahead">The forecast and its range on the due day, or null.</param>
public sealed record ValueChart(
    IReadOnlyList<(DateOnly Day, decimal Value, bool Verified)> Points, decimal? Needed, (DateOnly Day, decimal Value, decimal? Low, decimal? High)? Ahead)
{
    public const int Width = 220;
    public const int Height = 70;
    private const int Edge = 8;

    private IEnumerable<DateOnly> Days => Points.Select(p => p.Day).Concat(Ahead is { } a ? [a.Day] : []);

    private IEnumerable<decimal> Values =>
        Points.Select(p => p.Value).Concat(Needed is { } n ? [n] : []).Concat(Ahead is { } a ? [a.Value, a.Low ?? a.Value, a.High ?? a.Value] : []).Append(0);

    public decimal X(DateOnly day)
    {
        var (first, last) = (Days.Min().DayNumber, Days.Max().DayNumber);
        return first == last ? Width / 2m : Edge + ((Width - (2m * Edge)) * (day.DayNumber - first) / (last - first));
    }

    public decimal Y(decimal value)
    {
        var (least, most) = (Values.Min(), Values.Max());
        return least == most ? Height / 2m : Height - Edge - ((Height - (2m * Edge)) * (value - least) / (most - least));
    }

    /// <summary>The values as the points of a line.</summary>
    public string Line => string.Join(' ', Points.Select(p => $"{Number(X(p.Day))},{Number(Y(p.Value))}"));

    public static string Number(decimal value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
