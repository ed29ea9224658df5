namespace ZoneFlow.Core.Calendars;

public enum PeriodUnit { Days, WorkingDays, Months, Years }

public readonly record struct Period(int Count, PeriodUnit Unit);
