using System.Globalization;

namespace ZoneFlow.Web.Drawing;

/// <summary>Where the parts of a life line stand in its drawing, in the drawing's own units.</summary>
public sealed class LifeScale
{
    public const int Width = 1000;
    public const int Left = 20;
    public const int Right = 980;
    public const int RowHeight = 18;

    private const int FontSize = 12;
    private const int Gap = 8;

    private readonly DateOnly _first;
    private readonly decimal _days;

    public LifeScale(LifeLine life)
    {
        ArgumentNullException.ThrowIfNull(life);
        _first = life.First;
        _days = Math.Max(1, life.Last.DayNumber - life.First.DayNumber);
        Years = [.. Enumerable.Range(_first.Year + 1, Math.Max(0, life.Last.Year - _first.Year)).Select(y => new DateOnly(y, 1, 1))];
        (Labels, Rows) = Place(life.Events);
    }

    /// <summary>First of January of each year within.</summary>
    public IReadOnlyList<DateOnly> Years { get; }

    /// <summary>Each event with its row below the line and where its words begin; no two words of a row touch.</summary>
    public IReadOnlyList<(LifeEvent Event, int Row, decimal X, bool ToTheLeft)> Labels { get; }

    public int Rows { get; }

    public decimal X(DateOnly day) => Left + ((Right - Left) * (day.DayNumber - _first.DayNumber) / _days);

    public static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>How wide a text is drawn: Chinese a full square, the rest a little over half of one.</summary>
    public static decimal TextWidth(string text) => text.Sum(c => c >= 0x2E80 ? FontSize : FontSize * 0.56m);

    private (IReadOnlyList<(LifeEvent, int, decimal, bool)>, int) Place(IEnumerable<LifeEvent> events)
    {
        var placed = new List<(LifeEvent, int, decimal, bool)>();
        var rows = new List<List<(decimal From, decimal To)>>();
        foreach (var e in events.OrderBy(e => e.Day))
        {
            var (x, width) = (X(e.Day), TextWidth(e.What.Zh) + (2 * Gap));
            var left = x + width > Width;
            var (from, to) = left ? (x - width, x + Gap) : (x - Gap, x + width);
            var row = rows.FindIndex(r => r.All(t => to < t.From || t.To < from));
            if (row < 0)
            {
                row = rows.Count;
                rows.Add([]);
            }

            rows[row].Add((from, to));
            placed.Add((e, row, left ? x - Gap : x + Gap, left));
        }

        return (placed, rows.Count);
    }
}
