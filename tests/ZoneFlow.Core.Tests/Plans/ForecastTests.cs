using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Tests.Plans;

/// <summary>Forecasts worked out by hand, and what is said where nothing can be.</summary>
public sealed class ForecastTests
{
    [Fact]
    public void Stock_OnAStraightLine_GoesOnAlongItWithoutError()
    {
        // 10 more every hundred days: day 0, 100, 200; the due date is day 400 of a leap year's start.
        var forecast = Of(IndicatorBasis.Stock, "2025-02-04", ("1", "2024-01-01", 10), ("2", "2024-04-10", 20), ("3", "2024-07-19", 30));

        Assert.Equal((50m, 50m, 50m, 3), (forecast!.Value, Math.Round(forecast.Low!.Value, 4), Math.Round(forecast.High!.Value, 4), forecast.Points));
    }

    [Fact]
    public void Stock_Scattered_SaysHowFarItMayBeOff()
    {
        // Days 0, 100, 200 with 10, 30, 20: the line is 15 + 0.05 x, at 300 it is 30. What is left over is 225, -150 each side: sum of squares 150, one
        // degree of freedom; 6.314 times the root of 150 (1 + 1/3 + 40 000 / 20 000) is 141.19.
        var forecast = Of(IndicatorBasis.Stock, "2024-10-27", ("1", "2024-01-01", 10), ("2", "2024-04-10", 30), ("3", "2024-07-19", 20))!;

        Assert.Equal(30m, forecast.Value);
        Assert.Equal((0m, 171.19m), (forecast.Low, Math.Round(forecast.High!.Value, 2)));
    }

    [Fact]
    public void TwoValues_GiveAForecastWhoseErrorNobodyKnows()
    {
        var forecast = Of(IndicatorBasis.Stock, "2024-07-19", ("1", "2024-01-01", 10), ("2", "2024-04-10", 20))!;

        Assert.Equal((30m, null, null), (forecast.Value, forecast.Low, forecast.High));
    }

    [Fact]
    public void OneValueOrNone_GivesNoForecast()
    {
        Assert.Null(Of(IndicatorBasis.Stock, "2024-12-31"));
        Assert.Null(Of(IndicatorBasis.Cumulative, "2024-12-31", ("1", "2024-01-01", 10)));
    }

    [Fact]
    public void Cumulative_NeverFallsBelowWhatIsThere()
    {
        var forecast = Of(IndicatorBasis.Cumulative, "2024-12-31", ("1", "2024-01-31", 10), ("2", "2024-02-29", 30), ("3", "2024-03-31", 31), ("4", "2024-04-30", 31))!;

        Assert.True(forecast.Low >= 31);
    }

    [Fact]
    public void Flow_OfALeapYear_FillsTheDaysThatAreLeftAtTheRateSoFar()
    {
        // 2023-2: 184 days at 1 a day; 2024-1: 182 days (a leap year) at 1 a day; 184 days are left of 2024.
        var forecast = Of(IndicatorBasis.Flow, "2024-12-31", ("2023-1", "2023-06-30", 184), ("2023-2", "2023-12-31", 184), ("2024-1", "2024-06-30", 182))!;

        Assert.Equal(366m, Math.Round(forecast.Value, 6));
        Assert.Equal(366m, Math.Round(forecast.High!.Value, 4));
    }

    [Fact]
    public void Flow_ThatHasTheWholeYear_IsNoForecastAnyMore()
    {
        var forecast = Of(IndicatorBasis.Flow, "2024-12-31", ("2024-1", "2024-06-30", 100), ("2024-2", "2024-12-31", 140))!;

        Assert.Equal((240m, 240m, 240m), (forecast.Value, forecast.Low!.Value, forecast.High!.Value));
    }

    [Theory]
    [InlineData(90, 110, 80, false, ScoreStanding.OnCourse)]
    [InlineData(90, 110, 100, false, ScoreStanding.AtRisk)]
    [InlineData(90, 110, 120, false, ScoreStanding.OffCourse)]
    [InlineData(90, 110, 120, true, ScoreStanding.OnCourse)]
    [InlineData(90, 110, 80, true, ScoreStanding.OffCourse)]
    public void Standing_BeforeTheDueDate_FollowsTheRangeOfTheForecast(int low, int high, int needed, bool atMost, ScoreStanding expected) => Assert.Equal(
        expected,
        IndicatorScore.StandingOf(
            new Achievement(AchievementState.NotMet, 50, needed), new Forecast(100, low, high, Day("2026-12-31"), 5), atMost, Day("2026-12-31"), Day("2025-07-01")));

    [Fact]
    public void Standing_AfterTheDueDate_IsLateWhateverTheForecast()
    {
        var never = new Achievement(AchievementState.NotMeasured, null, 10);

        Assert.Equal(ScoreStanding.Pending, IndicatorScore.StandingOf(never, null, false, Day("2025-12-31"), Day("2025-12-31")));
        Assert.Equal(ScoreStanding.Missed, IndicatorScore.StandingOf(never, null, false, Day("2025-12-31"), Day("2026-01-01")));
        Assert.Equal(ScoreStanding.BaselineMissing, IndicatorScore.StandingOf(new(AchievementState.BaselineMissing, null, null), null, false, Day("2025-12-31"), Day("2026-01-01")));
        Assert.Equal(ScoreStanding.Met, IndicatorScore.StandingOf(new(AchievementState.Met, 3, 3), null, true, Day("2025-12-31"), Day("2026-01-01")));
    }

    private static Forecast? Of(IndicatorBasis basis, string due, params (string Period, string AsOf, decimal Number)[] values) => Forecast.Of(
        new IndicatorRule("i", new Label("指标"), "家", basis, null, [new TargetRule(100, false, Day(due), Source.Of("一"))], Source.Of("一")), "t",
        values.Select(v => new MeasuredValue("t", "i", v.Period, Day(v.AsOf), v.Number, true)), Day(due));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
