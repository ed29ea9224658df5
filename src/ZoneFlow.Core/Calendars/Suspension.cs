namespace ZoneFlow.Core.Calendars;

/// <summary>中止: civil days on which a clock stood still, both ends included; no end yet is an open one.</summary>
public readonly record struct Suspension(DateOnly From, DateOnly? To);
