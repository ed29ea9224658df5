using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Projection;

/// <summary>How a case stands against its plan, for lists of many cases. What depends on the day it is read is worked out then.</summary>
public sealed record ScoreRowOfCase(
    CaseId Case, string Kind, string Number, string Title, string? Region, int Version, ImmutableArray<ScoreRowLine> Lines);

/// <param name="Title">What the indicator is called; with its unit, what zones are compared on.</param>
/// <param name="Low">The range of the forecast, where it is known.</param>
public sealed record ScoreRowLine(
    string Item, string Name, Label Title, string? Unit, IndicatorBasis Basis, bool AtMost, DateOnly? Due, decimal? Needed, decimal? Value, AchievementState State,
    DateOnly? AsOf, decimal? Forecast, decimal? Low, decimal? High)
{
    public ScoreStanding StandingOn(DateOnly today) => IndicatorScore.StandingOf(
        new Achievement(State, Value, Needed), Forecast is { } value ? new Forecast(value, Low, High, Due ?? today, 2) : null, AtMost, Due, today);
}
