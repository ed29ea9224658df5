namespace ZoneFlow.Core.Cases;

/// <summary>A date of a case that began before the system, and the document it stands on.</summary>
public sealed record AdoptedMark(DateOnly Date, FiledDocument Document);
