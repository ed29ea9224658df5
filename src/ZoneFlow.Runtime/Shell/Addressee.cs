using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Shell;

/// <summary>A person who can be written to.</summary>
public sealed record Addressee(PersonId Person, PartyId Party, string PartyName, string Name, string Email, bool Secured);
