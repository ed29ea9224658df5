using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.TestKit;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>How long an ended case is kept: from its end, or from the last thing done in it.</summary>
public sealed class KeptUntilTests
{
    private static readonly CaseRule Rule = Small.Cases["zone"];

    [Theory]
    [InlineData("2025-05-30", "2025-05-30", "10y", "2035-05-30")]
    [InlineData("2025-05-30", "2025-06-03", "10y", "2035-06-03")]
    [InlineData("2024-02-29", "2024-02-29", "1y", "2025-02-28")]
    [InlineData("2025-08-31", "2025-08-31", "6mo", "2026-02-28")]
    public void Term_RunsFromTheLaterOfEndAndLastEntry_AndDoesNotRoll(string ended, string acted, string term, string last)
    {
        var kept = Of(ended, acted, Terms(("withdrawn", term)))!;

        Assert.Equal((ChinaCalendar.Day(last), Source.Norm("样例")), (kept.Last, kept.Source));
        Assert.Equal((false, true), (kept.IsOver(kept.Last), kept.IsOver(kept.Last.AddDays(1))));
    }

    [Fact]
    public void Case_ThatHasNotEnded_OrWhoseEndHasNoTerm_IsKept()
    {
        var terms = Terms(("withdrawn", "10y"), ("applying", "1mo"));
        Assert.Null(Of("2000-01-01", "2000-01-01", terms, "applying"));
        Assert.Null(Of("2000-01-01", "2000-01-01", terms, "operating"));
        Assert.Null(Of("2000-01-01", "2000-01-01", Terms()));
        Assert.Null(Of("2000-01-01", "2000-01-01", null));
    }

    private static KeptUntil? Of(string ended, string acted, KeepRule? keep, string standing = "withdrawn") => KeptUntil.Of(
        Rule, keep, Approving with { Standing = standing, StandingSince = ChinaCalendar.Day(ended), LastAt = CivilDate.At(ChinaCalendar.Day(acted), new TimeOnly(23, 30)) }, ChinaCalendar.Today);

    private static KeepRule Terms(params (string Standing, string Term)[] terms) =>
        new(terms.ToImmutableSortedDictionary(t => t.Standing, t => Period.Parse(t.Term), StringComparer.Ordinal), null, Source.Norm("样例"));
}
