namespace ZoneFlow.Core.Calendars;

/// <summary>A computed last day, with what is to be known about it.</summary>
/// <param name="Last">The last day, open until 24:00 at UTC+8 (R7).</param>
/// <param name="Provisional">It depends on a day no notice covers and may move when one is loaded (R13).</param>
/// <param name="EarliestPossible">The earliest it could become through such a notice; reminders use this. <c>Last</c> unless provisional.</param>
/// <param name="Suspended">The clock stands still: a suspension that has not ended holds it, and <c>Last</c> is as if it ended on its first day.</param>
public sealed record DeadlineDate(DateOnly Last, bool Provisional, DateOnly EarliestPossible, bool Suspended = false)
{
    /// <summary>00:00 at UTC+8 of the day after: what was received before it was in time.</summary>
    public DateTimeOffset DueAt => CivilDate.StartOf(Last.AddDays(1));
}
