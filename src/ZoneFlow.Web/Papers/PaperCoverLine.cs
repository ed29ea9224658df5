namespace ZoneFlow.Web.Papers;

/// <param name="After">What stands after the answer, or null.</param>
/// <param name="Beside">It stands beside the line before.</param>
public sealed record PaperCoverLine(string Label, string Text, string? After, bool Beside = false);
