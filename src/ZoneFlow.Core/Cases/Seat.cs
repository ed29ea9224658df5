using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>An expert's place on a panel.</summary>
/// <param name="Scored">The subjects scored so far, by their keys.</param>
public sealed record Seat(PartyId Expert, bool Recused, ImmutableSortedSet<string> Scored)
{
    public bool Equals(Seat? other) =>
        other is not null && Expert == other.Expert && Recused == other.Recused && Scored.SetEquals(other.Scored);

    public override int GetHashCode() => HashCode.Combine(Expert, Recused, Scored.Count);
}
