using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>One task of a plan, with its units, instruments and indicators.</summary>
/// <param name="Lead">Lead units (牵头单位); the first is accountable. Empty where the text names none: blocked until one is named.</param>
/// <param name="LeadFrom">The group from which an unnamed lead is named (相关区、县(市)政府), or null: any unit of the pack.</param>
public sealed record ItemRule(
    string Key, Label Label, ImmutableArray<string> Lead, string? LeadFrom, ImmutableArray<string> Responsible,
    ImmutableArray<InstrumentRule> Instruments, ImmutableArray<IndicatorRule> Indicators, Source Source)
{
    public IndicatorRule? Indicator(string name) => Indicators.FirstOrDefault(i => i.Name == name);
}
