namespace ZoneFlow.Core.Policies;

/// <summary>One place where the text sets an indicator's target. The bound itself counts as reached.</summary>
/// <param name="AtMost">True where the value may not exceed the bound, false where it may not fall short of it.</param>
/// <param name="Due">By when; null where this place names no date: by the end of the plan.</param>
public sealed record TargetRule(decimal Bound, bool AtMost, DateOnly? Due, Source Source);
