using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Links;

/// <summary>An emailed action link, found by its case and the hash of its token: one for each task and addressee.</summary>
/// <param name="Visit">The visit it was sent for; the task may have moved on since.</param>
/// <param name="Effect">The mail that carried it.</param>
/// <param name="UsedBy">The signal that used it.</param>
public sealed record ActionLink(
    string Hash, PersonId Person, PartyId Party, string Procedure, int Visit, string Effect, DateTimeOffset Issued, DateTimeOffset Expires,
    LinkState State, SignalId? UsedBy);
