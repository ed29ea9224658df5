using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Web.Showing;

/// <summary>A scoreboard row with what a page over many asks of each: what it can be compared on, and how its lines stand on a day. Both are worked out once.</summary>
public sealed class ScoredCase(ScoreRowOfCase row)
{
    private (DateOnly Day, ScoreStanding[] Standings)? _known;

    public ScoreRowOfCase Row { get; } = row;

    /// <summary>What the lines are compared on, in their order.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. row.Lines.Select(KeyOf)];

    /// <summary>How the lines stand on a day, in their order.</summary>
    public IReadOnlyList<ScoreStanding> StandingsOn(DateOnly day)
    {
        if (_known is { } known && known.Day == day)
        {
            return known.Standings;
        }

        ScoreStanding[] standings = [.. Row.Lines.Select(l => l.StandingOn(day))];
        _known = (day, standings);
        return standings;
    }

    // Two plans share an indicator where they call it the same and count it in the same unit.
    private static string KeyOf(ScoreRowLine line) => line.Unit is { Length: > 0 } unit ? $"{line.Title.Zh}（{unit}）" : line.Title.Zh;
}
