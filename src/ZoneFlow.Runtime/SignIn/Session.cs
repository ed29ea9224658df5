using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>A person signed in, found by the hash of the session's token.</summary>
/// <param name="Seen">When it was last used; an idle session ends before it expires.</param>
public sealed record Session(PersonId Person, PartyId Party, DateTimeOffset Began, DateTimeOffset Seen);
