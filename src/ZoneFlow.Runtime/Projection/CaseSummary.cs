using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A case as a register lists it.</summary>
/// <param name="Stages">Where its procedures are, in the order they began.</param>
public sealed record CaseSummary(
    CaseId Id, string Kind, string Number, string Title, string? Region, string Pack, string Standing, Label StandingLabel, bool Public, bool Final,
    DateOnly Since, ImmutableArray<Label> Stages, ImmutableArray<Label> Flags, DateOnly? NextLast)
{
    public bool Equals(CaseSummary? other) =>
        other is not null && Id == other.Id && Kind == other.Kind && Number == other.Number && Title == other.Title && Region == other.Region
        && Pack == other.Pack && Standing == other.Standing && StandingLabel == other.StandingLabel && Public == other.Public && Final == other.Final
        && Since == other.Since && Stages.SequenceEqual(other.Stages) && Flags.SequenceEqual(other.Flags) && NextLast == other.NextLast;

    public override int GetHashCode() => HashCode.Combine(Id, Standing, Stages.Length, NextLast);
}
