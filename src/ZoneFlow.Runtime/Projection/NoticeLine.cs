namespace ZoneFlow.Runtime.Projection;

/// <summary>One line of a notice.</summary>
public sealed record NoticeLine(string Key, string Title);
