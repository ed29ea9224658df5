namespace ZoneFlow.Web.Showing;

/// <summary>A mail that a demonstration has kept.</summary>
/// <param name="Name">What it is found by: letters, digits, hyphens and dots.</param>
/// <param name="Text">Its plain-text part.</param>
public sealed record DemoMail(string Name, string From, string To, string ToName, string Subject, DateTimeOffset At, string MessageId, string Text);
