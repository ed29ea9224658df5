using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>An emailed sign-in link, found by the hash of its token. It is used by a POST, never by opening it.</summary>
public sealed record SignInTicket(PersonId Person, PartyId Party, DateTimeOffset Issued, string? ReturnTo);
