namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>A case once its due timers have fired.</summary>
/// <param name="Due">When it next does something by itself, or null.</param>
public sealed record ZoneMoment(DateTimeOffset? Due, ZoneStatus Status);
