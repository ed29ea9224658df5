namespace ZoneFlow.Core.Cases;

/// <summary>One indicator's value for one period, as it was last filed.</summary>
/// <param name="Period">The reporting period's key (2021-1), or <see cref="Baseline"/>.</param>
/// <param name="AsOf">The last day of the period.</param>
/// <param name="Number">Null for a narrative indicator.</param>
/// <param name="Verified">Whether the supervisor has confirmed it since it was filed.</param>
public sealed record MeasuredValue(string Item, string Indicator, string Period, DateOnly AsOf, decimal? Number, bool Verified)
{
    public const string Baseline = "baseline";
}
