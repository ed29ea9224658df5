namespace ZoneFlow.Core.Cases;

/// <summary>The one person to whom a task of several was handed over (转办). Whoever else holds the role may still take it back.</summary>
/// <param name="Holder">Whose task it is: a role, and which party where the role is one party's.</param>
public sealed record Assignment(Signature Holder, PartyId Party, PersonId Person, DateTimeOffset At);
