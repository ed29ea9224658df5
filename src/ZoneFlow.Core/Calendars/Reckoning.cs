namespace ZoneFlow.Core.Calendars;

public enum Roll { NextWorkingDay, None }

public sealed record Reckoning(bool CountFirstDay = false, Roll Roll = Roll.NextWorkingDay);
