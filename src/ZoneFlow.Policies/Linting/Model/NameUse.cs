namespace ZoneFlow.Policies.Linting.Model;

/// <summary>One name that the pack uses, and what it should be the name of.</summary>
/// <param name="Kind">As in a rule's id: <c>role</c>, <c>document</c>, <c>standing</c>.</param>
/// <param name="Known">Whether the pack declares it.</param>
internal sealed record NameUse(string Path, string Kind, string Name, bool Known);
