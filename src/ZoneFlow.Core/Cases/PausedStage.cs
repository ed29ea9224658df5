namespace ZoneFlow.Core.Cases;

/// <summary>The stage that sent a file back for correction, and its deadline, which stands still meanwhile.</summary>
public sealed record PausedStage(string Stage, Deadline? Due);
