namespace ZoneFlow.Core.Policies;

/// <summary>How an indicator's values add up.</summary>
public enum IndicatorBasis
{
    Stock,
    Flow,
    Cumulative,
    Growth,
    YearlyAverageGrowth,
    Narrative,
}

/// <summary>A target with a number: at least this much, in this unit, by this date.</summary>
/// <param name="Baseline">The year that growth is counted from, or null.</param>
public sealed record IndicatorRule(
    string Name, Label Label, decimal? AtLeast, string? Unit, IndicatorBasis Basis, int? Baseline, DateOnly? Due, Source Source);
