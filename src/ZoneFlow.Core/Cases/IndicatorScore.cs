using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>One indicator as a scoreboard shows it on a day.</summary>
/// <param name="Due">The target's own day, or the plan's last; null where neither is known.</param>
/// <param name="Latest">The last value filed, verified or not; null where there is none.</param>
public sealed record IndicatorScore(
    string Item, IndicatorRule Rule, DateOnly? Due, Achievement Now, Forecast? Forecast, LedgerValue? Latest, ImmutableArray<LedgerValue> Values)
{
    public ScoreStanding StandingOn(DateOnly today) => StandingOf(Now, Forecast, Rule.Target?.AtMost ?? false, Due, today);

    public static ScoreStanding StandingOf(Achievement now, Forecast? forecast, bool atMost, DateOnly? due, DateOnly today) => now.State switch
    {
        AchievementState.Narrative => ScoreStanding.Narrative,
        AchievementState.BaselineMissing => ScoreStanding.BaselineMissing,
        AchievementState.Met when !atMost || today > due => ScoreStanding.Met,
        _ when today > due => ScoreStanding.Missed,
        _ => Expected(now, forecast, atMost),
    };

    private static ScoreStanding Expected(Achievement now, Forecast? forecast, bool atMost)
    {
        if (forecast is null || now.Needed is not { } needed)
        {
            return now.State == AchievementState.Met ? ScoreStanding.OnCourse : ScoreStanding.Pending;
        }

        if (forecast is not { Low: { } low, High: { } high })
        {
            return ScoreStanding.AtRisk;
        }

        return atMost
            ? high <= needed ? ScoreStanding.OnCourse : low > needed ? ScoreStanding.OffCourse : ScoreStanding.AtRisk
            : low >= needed ? ScoreStanding.OnCourse : high < needed ? ScoreStanding.OffCourse : ScoreStanding.AtRisk;
    }
}
