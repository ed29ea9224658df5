using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>What is filed for a period, and how the target is judged by it.</summary>
public enum IndicatorBasis
{
    /// <summary>The level at the period's end (存量).</summary>
    Stock,

    /// <summary>The amount of the period; judged by the sum of the calendar year in which it is due (年度量).</summary>
    Flow,

    /// <summary>The running total (累计), which never falls.</summary>
    Cumulative,

    /// <summary>The amount of the period; the sum of the year against the baseline year's amount, in percent.</summary>
    Growth,

    /// <summary>The same as growth, as a yearly average from the baseline year on (年均增幅), in percent.</summary>
    YearlyAverageGrowth,

    /// <summary>Words instead of a number (显著提升).</summary>
    Narrative,
}

/// <summary>What is measured of a task, with the targets that the text sets for it.</summary>
/// <param name="Unit">As printed beside the value: 家, 件, %.</param>
/// <param name="Baseline">The year that growth is counted from; null for every other basis.</param>
/// <param name="Targets">Every place that sets a target, in the text's order; none for a narrative one.</param>
public sealed record IndicatorRule(
    string Name, Label Label, string? Unit, IndicatorBasis Basis, int? Baseline, ImmutableArray<TargetRule> Targets, Source Source)
{
    public bool Grows => Basis is IndicatorBasis.Growth or IndicatorBasis.YearlyAverageGrowth;

    /// <summary>The target that counts: of a restated one the stricter bound by the earlier date; null for a narrative indicator.</summary>
    public TargetRule? Target => Targets.IsEmpty ? null : Targets.Aggregate(Stricter);

    private static TargetRule Stricter(TargetRule a, TargetRule b)
    {
        var bound = a.AtMost ? b.Bound < a.Bound : b.Bound > a.Bound;
        return (bound ? b : a) with { Due = a.Due is null || b.Due < a.Due ? b.Due ?? a.Due : a.Due };
    }
}
