namespace ZoneFlow.Core.Policies;

/// <summary>A line of a form's cover: what it asks, and the answer on a rule.</summary>
/// <param name="Text">The answer, with fields of the form in braces; blank where it is written by hand.</param>
/// <param name="After">What stands after the rule, such as 盖章; or null.</param>
/// <param name="Beside">It stands beside the line before.</param>
public sealed record SheetLine(string Label, string Text, string? After, bool Beside = false);
