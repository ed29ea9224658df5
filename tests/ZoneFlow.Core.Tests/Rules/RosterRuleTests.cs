using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>Filing a roster: whose it is and when, what each row must be, and from which day the conditions stand as they do.</summary>
public sealed class RosterRuleTests
{
    private static readonly Source By = Source.Of("第十四条");
    private static readonly DateOnly Came = new(2025, 1, 1);

    private static readonly RosterRule Rule = new(
        "firms", new Label("企业", "Firms"), "zone", ["body"], ["applying"], [], [new RosterCount("firms", null, null, null)], new RosterWatch(["many"], ["province"], By), By);

    private static readonly Pack WithRoster = Small with
    {
        Rosters = [Rule],
        Criteria = [new CriterionRule("zone", "many", new Label("企业不少于两家", "Two firms"), new CriterionTest.AtLeast("firms", 2), null, null, [], By)],
    };

    /// <summary>The days on which three firms left; then the day since which it stands so, how many there are, and the turns to come.</summary>
    public static TheoryData<string?, string?, string> Days => new()
    {
        { null, null, "2025-01-01 3 " },
        { "2025-03-01", null, "2025-01-01 2 " },
        { "2025-03-01", "2025-05-01", "2025-05-01 1 many" },
        { "2025-03-01", "2025-05-30", "2025-05-30 1 many" },
        { "2025-03-01", "2025-05-31", "2025-01-01 2 , 2025-05-31 1 many" },
        { "2025-06-05", "2025-06-10", "2025-01-01 3 , 2025-06-10 1 many" },
    };

    public static TheoryData<string, Func<RosterMember, RosterMember>, string?> Rows => new()
    {
        { "as it should be", m => m, null },
        { "a name of one sign", m => m with { Name = "甲" }, null },
        { "no name", m => m with { Name = " " }, "1.name" },
        { "a name of spaces around much", m => m with { Name = $" {new string('甲', 120)} " }, null },
        { "too long a name", m => m with { Name = new string('甲', 121) }, "1.name" },
        { "a name of two lines", m => m with { Name = "甲\n乙" }, "1.name" },
        { "another's code", m => m with { Code = "9121" }, "1.code" },
        { "gone before it came", m => m with { Until = m.From.AddDays(-1) }, "1.until" },
        { "gone the day it came", m => m with { Until = m.From }, null },
        { "on the first day there could be one", m => m with { From = new DateOnly(1949, 10, 1) }, null },
        { "before there could be one", m => m with { From = new DateOnly(1949, 9, 30) }, "1.from" },
        { "ten years from now", m => m with { Until = Today.AddYears(10) }, null },
        { "in another age", m => m with { Until = Today.AddYears(10).AddDays(1) }, "1.until" },
        { "a column that the roster lacks", m => m with { Values = m.Values.Add("unknown", new FieldValue.Flag(true)) }, "1.unknown" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void Conditions_StandSinceTheDayTheyTurned(string? secondLeft, string? thirdLeft, string stands)
    {
        var done = Filed([Firm(1), Firm(2) with { Until = Day(secondLeft) }, Firm(3) with { Until = Day(thirdLeft) }]);
        var (now, coming) = done.State!.Rosters["firms"];
        Assert.Equal(stands, string.Join(", ", coming.Prepend(now).Select(d => $"{d.On:yyyy-MM-dd} {d.Counts["firms"]} {string.Join('+', d.Unmet)}")));
        Assert.Equal(now.Unmet.IsEmpty ? [] : new[] { $"{now.On:yyyy-MM-dd}" }, done.Effects.OfType<Effect.Tell>().Where(t => t.Kind == TellKind.Watch).Select(t => t.Values["since"]));
    }

    [Theory]
    [InlineData("2024-06-01", true, "2024-06-01")] // it stood so before what is looked at now
    [InlineData("2024-06-01", false, "2025-01-01")] // it stood otherwise
    [InlineData("2025-03-01", true, "2025-01-01")] // the filing shows that it stood so even before
    public void Conditions_ThatStoodSoBefore_KeepTheirDay(string on, bool same, string since)
    {
        var before = new RosterStanding(new RosterDay(Day(on)!.Value, Named(("firms", 1m)), same ? ["many"] : []), []);
        var done = Filed([Firm(1)], state: s => s with { Rosters = s.Rosters.Add("firms", before) });
        Assert.Equal(since, $"{done.State!.Rosters["firms"].Now.On:yyyy-MM-dd}");
        Assert.Equal(same ? 0 : 1, done.Effects.OfType<Effect.Tell>().Count());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_IsOfOneBodyAndItsDays(string what, Func<RosterMember, RosterMember> row, string? wrong)
    {
        var refusal = Filed([row(Firm(1))]).Refusal;
        Assert.True((wrong is null ? null : "roster-wrong") == refusal?.Rule, $"{what}: {refusal}");
        Assert.Equal(wrong, refusal?.Details.Single().Name);
    }

    [Fact]
    public void Filing_IsTheRolesInItsStandings_AndOfSomeRows()
    {
        Assert.Equal("no-such-roster", Sent(Body, new SignalBody.FileRoster("unknown", [Firm(1)]), Approving, WithRoster).Refusal?.Rule);
        Assert.Equal("no-such-roster", Filed([Firm(1)], rule: Rule with { Case = "round" }).Refusal?.Rule);
        Assert.Equal("not-yours", Filed([Firm(1)], by: Province).Refusal?.Rule);
        Assert.Equal("roster-closed", Filed([Firm(1)], rule: Rule with { While = ["operating"] }).Refusal?.Rule);
        Assert.Equal(["members"], Filed([]).Refusal!.Details.Select(d => d.Name));
        Assert.Equal(["2.code"], Filed([Firm(1), Firm(1)]).Refusal!.Details.Select(d => d.Name));
    }

    [Fact]
    public void Filing_WhatIsThereAlready_WritesNothing()
    {
        Assert.Empty(Filed([Firm(1)], [Firm(1)]).Entries);
        Assert.Equal([Firm(2)], Filed([Firm(1), Firm(2)], [Firm(1)]).Entries.SelectMany(e => e.Changes).OfType<Change.RosterFiled>().SelectMany(c => c.Members));
    }

    [Theory]
    [InlineData("2024-06-01", true)] // the day it left
    [InlineData("2024-05-31", false)]
    public void Stay_BeginsAfterTheOneBefore(string from, bool fits)
    {
        var stays = new[] { Firm(1) with { From = new DateOnly(2024, 1, 1), Until = new DateOnly(2024, 6, 1) }, Firm(1) with { From = new DateOnly(2024, 9, 1) } };
        Assert.Equal(fits ? null : Firm(1).Code, Filed([Firm(1) with { From = Day(from)!.Value }], stays).Refusal?.Details.Single().Name);
    }

    [Theory]
    [InlineData(RosterStanding.MostComing / 2, null)]
    [InlineData((RosterStanding.MostComing / 2) + 1, "until")]
    public void DaysAhead_ThatTurnTheConditionsOverAndOver_AreRefused(int comings, string? wrong)
    {
        var filed = Enumerable.Range(1, comings).Select(i => Firm(i + 1) with { From = Today.AddDays(2 * i), Until = Today.AddDays((2 * i) + 1) }).Prepend(Firm(1));
        Assert.Equal(wrong, Filed([.. filed]).Refusal?.Details.Single().Name);
    }

    private static Decision Filed(
        ImmutableArray<RosterMember> filed, IEnumerable<RosterMember>? known = null, RosterRule? rule = null, Actor? by = null, Func<CaseState, CaseState>? state = null)
    {
        var book = new RosterBook((known ?? []).GroupBy(m => m.Code).ToImmutableSortedDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal));
        return Sent(
            by ?? Body, new SignalBody.FileRoster("firms", filed), (state ?? (s => s))(Approving), WithRoster with { Rosters = [rule ?? Rule] },
            LookedUp.Nothing with { Roster = RosterLookUp.Of(rule ?? Rule, book, filed, Today) });
    }

    private static RosterMember Firm(int number) => $"91210100MA{number:D7}" is var body
        ? new RosterMember($"{body}{SocialCreditCode.CheckOf(body)}", $"企业{number}", Came, null, Named<FieldValue>())
        : throw new InvalidOperationException();

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
