namespace ZoneFlow.Web.Pages.Demo;

/// <summary>A mail in the list.</summary>
public sealed record MailLine(string To, string ToName, string Subject, DateTimeOffset At, string Href);
