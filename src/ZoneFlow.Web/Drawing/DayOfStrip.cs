namespace ZoneFlow.Web.Drawing;

/// <summary>A day of the strip.</summary>
/// <param name="Works">Whether it is a working day, make-up days among them.</param>
/// <param name="Count">How much falls due on it.</param>
public sealed record DayOfStrip(DateOnly Day, bool Works, int Count);
