using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Projection;

/// <summary>How a case stands, without its name and its dates: what many have in common, and are counted by.</summary>
/// <param name="Stages">Where its procedures are, in the order they began.</param>
public sealed record CaseOutline(string Kind, string Pack, Label StandingLabel, bool Final, ImmutableArray<Label> Stages);
