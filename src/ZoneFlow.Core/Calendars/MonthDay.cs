namespace ZoneFlow.Core.Calendars;

public readonly record struct MonthDay(int Month, int? Day);
