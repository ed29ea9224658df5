namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A mail that its provider took and could not deliver.</summary>
/// <param name="Event">The provider's word: bounce, dropped, blocked, spamreport.</param>
public sealed record UndeliveredLine(string To, string Event, string Reason, DateTimeOffset At);
