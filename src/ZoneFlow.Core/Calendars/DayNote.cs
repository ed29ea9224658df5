namespace ZoneFlow.Core.Calendars;

/// <summary>One line of the explanation of a date. <c>Number</c> is set on counted days only, from 1.</summary>
public sealed record DayNote(DateOnly Date, DayStep Step, DayReason Reason, int? Number = null);
