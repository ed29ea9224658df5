using ZoneFlow.Core.Cases;

namespace ZoneFlow.Core.Tests.Plans;

/// <summary>How an indicator stands, from what is reached, what is to be expected and the day it is due.</summary>
public sealed class ScoreStandingTests
{
    private static readonly DateOnly Due = new(2026, 12, 31);

    [Theory]
    [InlineData(AchievementState.Narrative, false, 0, ScoreStanding.Narrative)]
    [InlineData(AchievementState.BaselineMissing, false, 0, ScoreStanding.BaselineMissing)]
    [InlineData(AchievementState.Met, false, 0, ScoreStanding.Met)]
    [InlineData(AchievementState.Met, true, 0, ScoreStanding.OnCourse)]
    [InlineData(AchievementState.Met, true, 1, ScoreStanding.Met)]
    [InlineData(AchievementState.NotMet, false, 0, ScoreStanding.Pending)]
    [InlineData(AchievementState.NotMet, false, 1, ScoreStanding.Missed)]
    [InlineData(AchievementState.NotMeasured, false, 0, ScoreStanding.Pending)]
    [InlineData(AchievementState.NotMeasured, true, 1, ScoreStanding.Missed)]
    public void Standing_WithoutAForecast_IsOfTheStateAndTheDay(AchievementState state, bool atMost, int daysAfter, ScoreStanding standing) =>
        Assert.Equal(standing, IndicatorScore.StandingOf(new Achievement(state, 5, 10), null, atMost, Due, Due.AddDays(daysAfter)));

    [Theory]
    [InlineData(false, 10, 12, ScoreStanding.OnCourse)]
    [InlineData(false, 9.9, 12, ScoreStanding.AtRisk)]
    [InlineData(false, 8, 10, ScoreStanding.AtRisk)]
    [InlineData(false, 8, 9.9, ScoreStanding.OffCourse)]
    [InlineData(true, 8, 10, ScoreStanding.OnCourse)]
    [InlineData(true, 8, 10.1, ScoreStanding.AtRisk)]
    [InlineData(true, 10, 12, ScoreStanding.AtRisk)]
    [InlineData(true, 10.1, 12, ScoreStanding.OffCourse)]
    public void Standing_WithAForecast_IsOfItsRangeOfErrorAgainstWhatIsNeeded(bool atMost, double low, double high, ScoreStanding standing)
    {
        var forecast = new Forecast((decimal)(low + high) / 2, (decimal)low, (decimal)high, Due, 5);
        Assert.Equal(standing, IndicatorScore.StandingOf(new Achievement(AchievementState.NotMet, 5, 10), forecast, atMost, Due, Due));
        Assert.Equal(ScoreStanding.Pending, IndicatorScore.StandingOf(new Achievement(AchievementState.NotMet, 5, null), forecast, atMost, Due, Due));
        Assert.Equal(ScoreStanding.AtRisk, IndicatorScore.StandingOf(new Achievement(AchievementState.NotMet, 5, 10), forecast with { High = null }, atMost, Due, Due));
        Assert.Equal(ScoreStanding.AtRisk, IndicatorScore.StandingOf(new Achievement(AchievementState.NotMet, 5, 10), forecast with { Low = null }, atMost, null, Due));
    }
}
