using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>A letter that no step issues: an office draws it up when it is wanted, once the case has come to where it may be.</summary>
/// <param name="By">The roles that may draw it up.</param>
/// <param name="Overdue">Only while a stage of the case is overdue; it is about that stage.</param>
/// <param name="Flag">Only while the case has this flag, or null.</param>
/// <param name="Standings">Only in one of these standings; empty for any.</param>
public sealed record LetterDemand(ImmutableArray<string> By, bool Overdue, string? Flag, ImmutableArray<string> Standings);
