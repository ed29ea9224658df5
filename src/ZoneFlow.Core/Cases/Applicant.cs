namespace ZoneFlow.Core.Cases;

/// <summary>A party that applies, and the role it applies in. A joint application (联合申报) has several, more than one of them in one role where the pack lets it.</summary>
public sealed record Applicant(string Role, PartyId Party);
