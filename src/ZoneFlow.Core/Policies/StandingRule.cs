namespace ZoneFlow.Core.Policies;

/// <summary>What the law gives a case. A final standing is never left; a public one is shown in the register.</summary>
public sealed record StandingRule(string Name, Label Label, bool Final, bool Public);
