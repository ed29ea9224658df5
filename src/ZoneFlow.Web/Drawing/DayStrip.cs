using System.Globalization;

namespace ZoneFlow.Web.Drawing;

/// <summary>The days ahead side by side, each as high as what falls due on it.</summary>
/// <param name="Days">One a day, in order, the first being today.</param>
public sealed record DayStrip(IReadOnlyList<DayOfStrip> Days)
{
    public const int Column = 56;
    public const int Height = 104;
    private const int Base = 66;
    private const int Tallest = 44;
    private const int Least = 8;

    public int Width => Column * Math.Max(1, Days.Count);

    public static int X(int day) => day * Column;

    public static int Middle(int day) => X(day) + (Column / 2);

    /// <summary>How high a day's bar is; nothing for a day on which nothing falls due.</summary>
    public int Bar(DayOfStrip day) => day.Count == 0 ? 0 : Math.Max(Least, Tallest * day.Count / Math.Max(1, Days.Max(d => d.Count)));

    public int Top(DayOfStrip day) => Base - Bar(day);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
