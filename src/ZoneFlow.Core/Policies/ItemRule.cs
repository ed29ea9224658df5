using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>One task of a plan, with its units, instruments and indicators.</summary>
/// <param name="Lead">Lead units (牵头单位); the first is accountable. Empty until named.</param>
public sealed record ItemRule(
    string Key, Label Label, ImmutableArray<string> Lead, ImmutableArray<string> Responsible,
    ImmutableArray<string> Instruments, ImmutableArray<IndicatorRule> Indicators, Source Source);
