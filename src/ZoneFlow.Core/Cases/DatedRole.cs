namespace ZoneFlow.Core.Cases;

/// <summary>A role held between two days, both included; without a last day, until further notice.</summary>
public sealed record DatedRole(string Role, string? Region, DateOnly From, DateOnly? Until);
