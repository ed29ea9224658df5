using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>Whose dates a subscribed calendar shows. It gives sight of dates and of nothing else.</summary>
/// <param name="Whole">All cases the person follows, not only what waits for them.</param>
public sealed record CalendarTicket(PersonId Person, PartyId Party, bool Whole);
