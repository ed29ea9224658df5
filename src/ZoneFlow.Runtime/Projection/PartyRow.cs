using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A party as the operator's list shows it.</summary>
public sealed record PartyRow(PartyId Id, string Name, string? Code, ImmutableArray<DatedRole> Roles, int People)
{
    public bool Equals(PartyRow? other) =>
        other is not null && Id == other.Id && Name == other.Name && Code == other.Code && Roles.SequenceEqual(other.Roles) && People == other.People;

    public override int GetHashCode() => HashCode.Combine(Id, Name, Roles.Length);
}
