using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>A share of a fund that must reach a bound, warned of at some acts and enforced at one.</summary>
public sealed record FundRule(string Name, Label Label, string Share, string Of, decimal AtLeast, ImmutableArray<string> WarnAt, string BlockAt, Source Source);
