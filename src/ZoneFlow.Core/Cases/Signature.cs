namespace ZoneFlow.Core.Cases;

/// <summary>One who has signed at a joint stage: a role, and for an applicant's role which of its parties.</summary>
public sealed record Signature(string Role, PartyId? Party);
