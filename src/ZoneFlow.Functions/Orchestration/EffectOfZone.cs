namespace ZoneFlow.Functions.Orchestration;

/// <summary>An effect of a case, by id.</summary>
public sealed record EffectOfZone(string Case, string Effect);
