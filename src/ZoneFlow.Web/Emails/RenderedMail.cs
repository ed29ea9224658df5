namespace ZoneFlow.Web.Emails;

/// <summary>A mail, rendered.</summary>
public sealed record RenderedMail(string Subject, string Text, string Html);
