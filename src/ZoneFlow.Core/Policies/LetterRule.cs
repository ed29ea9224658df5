using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>A letter or mail of the pack: whom it is for and its words, with placeholders in braces from a closed list.</summary>
/// <param name="To">The roles it is served on.</param>
public sealed record LetterRule(string Name, Label Title, Label Body, ImmutableArray<string> To, Source Source);
