namespace ZoneFlow.Core.Cases;

/// <summary>A person who acts for a party.</summary>
/// <param name="Secured">Whether a time-based code has been enrolled.</param>
public sealed record PersonOfParty(PersonId Id, Confided Name, Confided Email, bool Secured);
