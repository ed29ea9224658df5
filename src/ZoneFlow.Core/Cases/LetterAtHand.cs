using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>An issued letter as a later act on it finds it.</summary>
/// <param name="Number">Its 文号 once it has one.</param>
/// <param name="Kept">Whether it has been numbered, or kept without a number.</param>
/// <param name="SupersededBy">The letter that corrects it, or null.</param>
public sealed record LetterAtHand(
    string Key, string Template, ImmutableSortedDictionary<string, string> Values, Confided? Reason, bool Kept, string? Number, string? SupersededBy)
{
    /// <summary>A seal service's answer is kept with it.</summary>
    public bool Sealed { get; init; }
}
