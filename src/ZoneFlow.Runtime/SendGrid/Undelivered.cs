namespace ZoneFlow.Runtime.SendGrid;

/// <summary>A mail that the provider took and could not deliver.</summary>
/// <param name="Message">The part of its Message-ID before the @, which its outbox key gives.</param>
/// <param name="Event">bounce, dropped, blocked or spamreport.</param>
/// <param name="Reason">The receiver's words; they may name the addressee, so they stay out of logs.</param>
public sealed record Undelivered(string Message, string To, string Event, string Reason, DateTimeOffset At);
