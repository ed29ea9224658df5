namespace ZoneFlow.Core.Cases;

/// <summary>A role that a party holds, within a region where the role is a tier's.</summary>
public sealed record RoleGrant(string Role, string? Region);
