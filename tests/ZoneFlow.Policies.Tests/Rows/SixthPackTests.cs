using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>A policy that no code was written for, lived from application to ban.</summary>
public sealed class SixthPackTests
{
    private static readonly CaseId First = new("first");
    private static readonly CaseId Second = new("second");
    private static readonly Actor Operator = Cast.Of("operator", "running-body");
    private static readonly Actor OtherOperator = Cast.Of("other", "running-body");
    private static readonly Actor Province = Cast.Of("province", "province");
    private static readonly PackReading Reading = PackFolder.Read(Path.Combine(AppContext.BaseDirectory, "TestPacks", "hubei-like"));

    [Fact]
    public void Check_TheSixthPack_HasNoFinding()
    {
        Assert.True(Reading.Problems.IsEmpty, string.Join('\n', Reading.Problems));
        Assert.Empty(Linter.Check(Reading.Pack!, Reading.Positions));
    }

    [Fact]
    public void Notice_CountingItsFirstDay_ClosesADayEarlierThanTheLawWouldCount()
    {
        var world = Noticed();
        var due = world.State(First).Procedures[0].Due!;
        // 8 to 19 January 2024 are ten working days with the day of publication; without it the last would be the 22nd.
        Assert.Equal((new DateOnly(2024, 1, 19), true), (due.Last, due.Reckoning.CountFirstDay));
        var explained = Deadlines.Explain(due.Budget!.Value, due.Day0, world.Rules.Calendar, due.Reckoning).ToList();
        Assert.Equal(new DateOnly(2024, 1, 8), explained.First(d => d.Number == 1).Date);

        world.AdvanceTo(JilinLife.At("2024-01-22T08:59:00"));
        Assert.Equal("notice", world.State(First).Procedures[0].Stage);
        world.AdvanceTo(JilinLife.At("2024-01-22T09:00:00"));
        Assert.Equal("approving", world.State(First).Procedures[0].Stage);
    }

    [Fact]
    public void OtherDeadlines_OfThePack_DoNotCountTheFirstDay()
    {
        var world = Opened(new World(Reading.Pack!, ChinaCalendar.Today, JilinLife.At("2024-01-08")), First, Operator);
        Assert.Equal(new DateOnly(2024, 1, 22), world.State(First).Procedures[0].Due!.Last);
    }

    [Fact]
    public void MidTermReview_EighteenMonthsIntoAThreeYearTerm_OpensAndFallsDueThere()
    {
        var world = Designated();
        Assert.Equal(
            (new DateOnly(2025, 7, 24), new DateOnly(2027, 1, 24)), (world.State(First).Marks["mid-term"].Date, world.State(First).Marks["term-end"].Date));
        world.AdvanceTo(JilinLife.At("2025-06-23T23:59:00"));
        Assert.Empty(world.State(First).Occurrences);
        world.AdvanceTo(JilinLife.At("2025-06-24T00:00:00"));
        // Thirty days after 24 July is Saturday 23 August; it rolls to the Monday.
        Assert.Equal(new DateOnly(2025, 8, 25), world.State(First).Occurrences.Single().Due.Last);
        world.AdvanceTo(JilinLife.At("2025-07-24"));
        Assert.Equal("guard", Do(world, First, Province, "pass").Refusal!.Rule);
        world.AdvanceTo(JilinLife.At("2025-07-25"));
        Assert.True(Do(world, First, Province, "pass").Accepted);
        Assert.Equal(OccurrenceState.Settled, world.State(First).Past["mid-term-review/once"]);
    }

    [Fact]
    public void Ban_OfThreeYearsOnTheOperator_IsEnforcedAtItsNextApplicationAndAtNobodyElses()
    {
        var world = Designated();
        world.AdvanceTo(JilinLife.At("2025-08-04"));
        Assert.True(Do(world, First, Province, "revoke", ("dated", new FieldValue.Day(new DateOnly(2025, 8, 4)))).Accepted);
        Assert.Equal("revoked", world.State(First).Standing);
        var ban = Assert.Single(world.Bans);
        Assert.Equal(("operator", new DateOnly(2025, 8, 4), new DateOnly(2028, 8, 4)), (ban.Subject, ban.First, ban.Last));

        world.AdvanceTo(JilinLife.At("2028-08-04T23:59:00"));
        Start(world, Second, Operator, "乙市集聚区");
        var refusal = Do(world, Second, Operator, "submit").Refusal!;
        Assert.Equal(("guard", "第九条"), (refusal.Rule, refusal.Source!.Article));
        Start(world, new CaseId("third"), OtherOperator, "丙集聚区");
        Assert.True(Do(world, new CaseId("third"), OtherOperator, "submit").Accepted);

        world.AdvanceTo(JilinLife.At("2028-08-05T00:00:00"));
        Assert.True(Do(world, Second, Operator, "submit").Accepted);
    }

    private static World Noticed()
    {
        var world = Opened(new World(Reading.Pack!, ChinaCalendar.Today, JilinLife.At("2024-01-08")), First, Operator);
        Assert.True(Do(world, First, Province, "publish").Accepted);
        return world;
    }

    private static World Designated()
    {
        var world = Noticed();
        world.AdvanceTo(JilinLife.At("2024-01-24"));
        Assert.True(Do(world, First, Province, "approve", ("dated", new FieldValue.Day(new DateOnly(2024, 1, 24)))).Accepted);
        return world;
    }

    private static World Opened(World world, CaseId id, Actor by)
    {
        Start(world, id, by, "甲市集聚区");
        Assert.True(Do(world, id, by, "submit").Accepted);
        return world;
    }

    private static void Start(World world, CaseId id, Actor by, string title)
    {
        JilinLife.Accepted(world.Send(id, by, new SignalBody.OpenCase(
            Reading.Pack!.Revision, CaseKinds.Zone, id.Value, title, "甲市", [new Applicant("running-body", by.Party!.Value)])));
        JilinLife.Accepted(world.Send(id, by, new SignalBody.SaveAnswers(
            ImmutableSortedDictionary<string, FieldValue>.Empty.Add("agencies", new FieldValue.Number(6)))));
    }

    private static Decision Do(World world, CaseId id, Actor by, string action, params (string Name, FieldValue Value)[] inputs) =>
        Conduct.Do(world, new Deed(id, by, action)
        {
            Reason = "事出有因", Inputs = inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal),
        });
}
