namespace ZoneFlow.Web.Drawing;

/// <summary>A case's life so far and what is known of the rest, to be drawn on one line of time.</summary>
public sealed record LifeLine(IReadOnlyList<LifeSpan> Spans, IReadOnlyList<LifeEvent> Events, DateOnly Today)
{
    public DateOnly First => Spans[0].From;

    public DateOnly Last => Events.Select(e => e.Day).Append(Today).Max();
}
