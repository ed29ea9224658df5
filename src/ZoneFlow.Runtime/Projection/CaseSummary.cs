using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A case as a register lists it.</summary>
/// <param name="Stages">Where its procedures are, in the order they began.</param>
public sealed record CaseSummary(
    CaseId Id, string Kind, string Number, string Title, string? Region, string Pack, string Standing, Label StandingLabel, bool Public, bool Final,
    DateOnly Since, ImmutableArray<Label> Stages, ImmutableArray<Label> Flags, DateOnly? NextLast);
