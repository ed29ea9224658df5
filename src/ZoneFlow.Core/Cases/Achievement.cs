using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>What has become of a target.</summary>
public enum AchievementState
{
    Met,
    NotMet,

    /// <summary>No verified value says anything of it yet.</summary>
    NotMeasured,

    /// <summary>It grows from a year whose amount nobody has confirmed.</summary>
    BaselineMissing,

    /// <summary>Words, which a person judges.</summary>
    Narrative,
}

/// <summary>An indicator judged by its verified values.</summary>
/// <param name="Value">The level, total or sum of the year that is compared; null where there is none.</param>
/// <param name="Needed">What it had to reach; null where that is not known.</param>
public sealed record Achievement(AchievementState State, decimal? Value, decimal? Needed)
{
    /// <param name="through">The day up to which values count; the target's own date where that is earlier.</param>
    public static Achievement Of(IndicatorRule rule, string item, IEnumerable<MeasuredValue> values, DateOnly through)
    {
        if (rule.Target is not { } target)
        {
            return new(AchievementState.Narrative, null, null);
        }

        var last = target.Due < through ? target.Due.Value : through;
        var own = values.Where(v => v.Item == item && v.Indicator == rule.Name && v is { Verified: true, Number: not null }).ToList();
        var filed = own.Where(v => v.Period != MeasuredValue.Baseline && v.AsOf <= last).OrderBy(v => v.AsOf).ToList();
        if (!rule.Grows)
        {
            var value = filed.Count == 0 ? null : rule.Basis == IndicatorBasis.Flow ? SumOf(filed, YearOf(target, last)) : filed[^1].Number;
            return Judged(target, value, target.Bound);
        }

        if (own.FirstOrDefault(v => v.Period == MeasuredValue.Baseline)?.Number is not { } baseline)
        {
            return new(AchievementState.BaselineMissing, null, null);
        }

        // A year that is not over yet says nothing of growth.
        var year = last is { Month: 12, Day: 31 } ? last.Year : last.Year - 1;
        var years = rule.Basis == IndicatorBasis.Growth ? 1 : year - rule.Baseline!.Value;
        return years < 1
            ? new(AchievementState.NotMeasured, null, null)
            : Judged(target, SumOf(filed, year), baseline * Power(1 + (target.Bound / 100), years));
    }

    private static int YearOf(TargetRule target, DateOnly last) => target.Due?.Year ?? last.Year;

    private static decimal? SumOf(List<MeasuredValue> filed, int year)
    {
        var ofYear = filed.Where(v => v.AsOf.Year == year).ToList();
        return ofYear.Count == 0 ? null : ofYear.Sum(v => v.Number!.Value);
    }

    private static Achievement Judged(TargetRule target, decimal? value, decimal needed) => value is not { } reached
        ? new(AchievementState.NotMeasured, null, needed)
        : new((target.AtMost ? reached <= needed : reached >= needed) ? AchievementState.Met : AchievementState.NotMet, reached, needed);

    private static decimal Power(decimal factor, int times)
    {
        var product = 1m;
        for (var i = 0; i < times; i++)
        {
            product *= factor;
        }

        return product;
    }
}
