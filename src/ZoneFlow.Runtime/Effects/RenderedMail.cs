namespace ZoneFlow.Runtime.Effects;

/// <summary>A mail's words: subject, text and HTML.</summary>
public sealed record RenderedMail(string Subject, string Text, string Html);
