namespace ZoneFlow.Core.Cases;

/// <summary>A party's name from a day on; a case keeps showing the name of its time.</summary>
public sealed record DatedName(string Name, DateOnly From);
