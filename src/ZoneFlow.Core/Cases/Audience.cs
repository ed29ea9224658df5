namespace ZoneFlow.Core.Cases;

/// <summary>Whom a mail is for: the holders of a role, within a region for a tier's role, or one party.</summary>
public sealed record Audience(string Role, string? Region, PartyId? Party);
