using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Tests.Plans;

/// <summary>Every basis against its target, worked out by hand.</summary>
public sealed class AchievementTests
{
    [Fact]
    public void Stock_IsTheLastVerifiedLevelByTheDueDate() => Assert.Equal(
        new Achievement(AchievementState.NotMet, 9, 10),
        Of(IndicatorBasis.Stock, 10, null, "2022-12-31", ("2022-1", "2022-06-30", 12m), ("2022-2", "2022-12-31", 9m), ("2023-1", "2023-06-30", 30m)));

    [Fact]
    public void Flow_IsTheSumOfTheYearItIsDueIn() => Assert.Equal(
        new Achievement(AchievementState.Met, 10, 10),
        Of(IndicatorBasis.Flow, 10, null, "2022-12-31", ("2021-2", "2021-12-31", 50m), ("2022-1", "2022-06-30", 4m), ("2022-2", "2022-12-31", 6m)));

    [Fact]
    public void Growth_ComparesTheYearWithTheBaselineExactly()
    {
        Assert.Equal(AchievementState.Met, Of(IndicatorBasis.Growth, 20, 2021, "2022-12-31", ("baseline", "2021-12-31", 5m), ("2022-2", "2022-12-31", 6m)).State);
        Assert.Equal(AchievementState.NotMet, Of(IndicatorBasis.Growth, 20, 2021, "2022-12-31", ("baseline", "2021-12-31", 5.01m), ("2022-2", "2022-12-31", 6.01m)).State);
    }

    [Fact]
    public void YearlyAverage_CompoundsFromTheBaselineYear()
    {
        Assert.Equal(
            new Achievement(AchievementState.Met, 144, 144.00m),
            Of(IndicatorBasis.YearlyAverageGrowth, 20, 2020, "2022-12-31", ("baseline", "2020-12-31", 100m), ("2022-2", "2022-12-31", 144m)));
        Assert.Equal(
            AchievementState.NotMet,
            Of(IndicatorBasis.YearlyAverageGrowth, 20, 2020, "2022-12-31", ("baseline", "2020-12-31", 100m), ("2022-2", "2022-12-31", 143.99m)).State);
    }

    [Fact]
    public void Growth_WithoutAConfirmedBaseline_IsAStateOfItsOwnAndNoZero() =>
        Assert.Equal(new Achievement(AchievementState.BaselineMissing, null, null), Of(IndicatorBasis.Growth, 20, 2021, "2022-12-31", ("2022-2", "2022-12-31", 6m)));

    [Fact]
    public void AnythingUnverified_CountsForNothing()
    {
        var rule = Rule(IndicatorBasis.Stock, 10, null, null);

        Assert.Equal(AchievementState.NotMeasured, Achievement.Of(rule, "t", [Value("2022-1", "2022-06-30", 99) with { Verified = false }], Day("2022-12-31")).State);
        Assert.Equal(AchievementState.NotMeasured, Achievement.Of(rule, "other", [Value("2022-1", "2022-06-30", 99)], Day("2022-12-31")).State);
    }

    [Fact]
    public void AtMost_IsReachedByTheBoundAndBelow()
    {
        var rule = Rule(IndicatorBasis.Stock, 3, null, null) with { Targets = [new TargetRule(3, true, null, Source.Of("一"))] };

        Assert.Equal(AchievementState.Met, Achievement.Of(rule, "t", [Value("2022-1", "2022-06-30", 3)], Day("2022-12-31")).State);
        Assert.Equal(AchievementState.NotMet, Achievement.Of(rule, "t", [Value("2022-1", "2022-06-30", 3.01m)], Day("2022-12-31")).State);
    }

    [Fact]
    public void RestatedTarget_TheStricterBoundAndTheEarlierDateCount()
    {
        var target = (Rule(IndicatorBasis.Stock, 5, null, "2023-12-31") with
        {
            Targets = [new TargetRule(5, false, Day("2023-12-31"), Source.Of("二")), new TargetRule(6, false, null, Source.Of("一")), new TargetRule(4, false, Day("2022-12-31"), Source.Of("三"))],
        }).Target!;

        Assert.Equal((6m, Day("2022-12-31"), "一"), (target.Bound, target.Due!.Value, target.Source.Article));
    }

    [Fact]
    public void FundShare_IsComparedExactly()
    {
        var rule = new FundRule("f", new Label("比例"), "part", "whole", 0.4m, [], "close", null, Source.Of("三"));

        Assert.True(rule.IsMet(0.4m, 1));
        Assert.False(rule.IsMet(333_333_333_333.33m, 833_333_333_333.33m));
        Assert.True(rule.IsMet(0, 0));
    }

    private static Achievement Of(IndicatorBasis basis, decimal bound, int? baseline, string due, params (string Period, string AsOf, decimal Number)[] values) =>
        Achievement.Of(Rule(basis, bound, baseline, due), "t", values.Select(v => Value(v.Period, v.AsOf, v.Number)), Day("2030-12-31"));

    private static IndicatorRule Rule(IndicatorBasis basis, decimal bound, int? baseline, string? due) => new(
        "i", new Label("指标"), "家", basis, baseline, [new TargetRule(bound, false, due is null ? null : Day(due), Source.Of("一"))], Source.Of("一"));

    private static MeasuredValue Value(string period, string asOf, decimal number) => new("t", "i", period, Day(asOf), number, true);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
