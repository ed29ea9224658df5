namespace ZoneFlow.Web.Papers;

/// <param name="After">What stands after the answer, or null.</param>
public sealed record PaperCoverLine(string Label, string Text, string? After);
