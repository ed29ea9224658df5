namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>What an orchestration shows of its case to whoever looks at it.</summary>
/// <param name="Stage">Procedure and stage of what runs, the first due first; empty where nothing does.</param>
/// <param name="Deadline">The next last day, or null.</param>
/// <param name="Reason">Where that date comes from: the article of the text, or the default's words.</param>
/// <param name="Waits">Why nothing happens, where the case or an effect of it is parked.</param>
public sealed record ZoneStatus(string Number, string Standing, string Stage, DateOnly? Deadline, string? Reason, string? Waits);
