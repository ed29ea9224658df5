namespace ZoneFlow.Core.Policies;

/// <summary>A clause that the pack records as text and does not execute, with who it binds and why it is not executed.</summary>
public sealed record ClauseRule(string Article, Label Text, string? Role);
