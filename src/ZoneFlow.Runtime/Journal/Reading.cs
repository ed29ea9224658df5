using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Journal;

/// <summary>That a person read something of a case within an hour.</summary>
/// <param name="What">The view of the access table that it belongs to.</param>
public sealed record Reading(CaseId Case, PersonId Person, PartyId Party, string What, DateTimeOffset At);
