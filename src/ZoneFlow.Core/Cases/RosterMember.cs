using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>One stay of one body in a zone.</summary>
/// <param name="Code">Its 统一社会信用代码, by which it is known again.</param>
/// <param name="From">The day it came, the first on which it counts.</param>
/// <param name="Until">The day it left, from which it no longer counts; null while it stays.</param>
/// <param name="Values">What the roster's columns say of it.</param>
public sealed record RosterMember(string Code, string Name, DateOnly From, DateOnly? Until, ImmutableSortedDictionary<string, FieldValue> Values)
{
    public bool CountsOn(DateOnly day) => From <= day && (Until is not { } left || day < left);

    public bool Equals(RosterMember? other) =>
        other is not null && Code == other.Code && Name == other.Name && From == other.From && Until == other.Until && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Code, Name, From, Until);
}
