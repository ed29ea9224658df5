using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>LN-19 and LN-21 to LN-24: the four grounds, and what the text leaves to practice.</summary>
public sealed class RevocationTests
{
    public static TheoryData<string> Grounds =>
        [.. ((FieldType.Several)Policy.Procedure("revocation").OpenedBy!.Act.Ask.Single().Type).Options];

    [Theory]
    [MemberData(nameof(Grounds))]
    public void LN_19_Revocation_OnEachOfTheFourGrounds_IsToldHeardDecidedAndAnnounced(string ground)
    {
        Assert.Equal(4, Grounds.Count);
        var life = Inquired(Chapters.DesignatedOn("2025-05-06").Until("2026-05-06"), ground).Does(Province, "founded")
            .Does(Province, "serve", Life.Date("served", "2026-05-06")).Does(Body, "state-case")
            .Does(Province, "uphold", Life.Date("dated", "2026-05-06"));

        Assert.Equal("revoked", life.State.Standing);
        Assert.Equal("第二十条", life.Told<Change.OutcomeApplied>().Single().Change.Source.Article);
        Assert.Equal("ending-decision", life.Told<Change.DocumentAnnounced>().Last().Change.Slot);
        Assert.Null(life.World.NextDue);
    }

    [Fact]
    public void LN_19_AnOperatingZone_LosesItsPlaqueWithItsTitle()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Assessing().Until("2027-05-10").Does(Province, "pass", Life.Date("dated", "2027-05-10"));

        Revoked(Inquired(life));

        Assert.Equal("revoked", life.State.Standing);
        Assert.Empty(life.State.Flags);
    }

    [Fact]
    public void LN_19_WhatWasOwed_IsLetGoWhenTheZoneEnds()
    {
        var life = Revoked(Inquired(Chapters.DesignatedOn("2025-05-06").Until("2025-06-02")));

        Assert.Empty(life.State.Occurrences);
        Assert.Equal(OccurrenceState.Lapsed, life.State.Past["formal-plan/once"]);
        Assert.Null(life.World.NextDue);
    }

    [Fact]
    public void LN_19_AnUnfoundedInquiry_LeavesTheZoneAsItWas() =>
        Assert.Equal("constructing", Inquired(Chapters.DesignatedOn("2025-05-06")).Does(Province, "unfounded").State.Standing);

    [Fact]
    public void LNA15_Revocation_BarsNobodyFromApplyingAgain()
    {
        var life = Revoked(Inquired(Chapters.DesignatedOn("2025-05-06")));
        var again = new CaseId("zone-2");

        Assert.Empty(life.World.Bans);
        Assert.Empty(Policy.Bans);
        life.Opens(again).FillsIn(null, again).Does(Body, "submit", again);
    }

    [Fact]
    public void LNA19_ASecondZoneOfTheSameName_IsRefusedWhileTheFirstLives()
    {
        var again = new CaseId("zone-2");
        var life = Chapters.DesignatedOn("2025-05-06").Opens(again).FillsIn(null, again);

        Assert.Equal("name-taken", life.Refused(Body, "submit", again).Rule);
    }

    [Fact]
    public void Trap_14_ASecondOutcome_AddsItsFindingAndNoSecondStanding()
    {
        var life = Inquired(Chapters.DesignatedOn("2025-05-06").Rectifying().Does(Body, "report").Does(Province, "fail"));
        life.Does(Province, "founded").Until("2027-06-01");
        life.Does(Province, "serve", null, d => d with { Procedure = "ending/failed" }, Life.Date("served", "2027-06-01"));
        var hearing = life.State.Procedure("ending/failed")!.Due;
        life.Until("2027-06-03").Does(Province, "serve", null, d => d with { Procedure = "ending/revoked" }, Life.Date("served", "2027-06-03"));
        Assert.Equal(hearing, life.State.Procedure("ending/failed")!.Due);

        life.Until("2027-07-01");
        life.Does(Province, "uphold", null, d => d with { Procedure = "ending/failed" }, Life.Date("dated", "2027-07-01"));
        life.Does(Province, "uphold", null, d => d with { Procedure = "ending/revoked" }, Life.Date("dated", "2027-07-01"));

        Assert.Equal(["failed", "revoked"], life.State.Outcomes.ToArray());
        Assert.Equal([true, false], life.Told<Change.OutcomeApplied>().Select(o => o.Change.First));
        Assert.Single(life.Told<Change.StandingChanged>(s => s.To == "revoked"));
    }

    [Fact]
    public void AnEndingThatRunsASecondTime_HasAnIdOfItsOwn()
    {
        var life = Inquired(Chapters.DesignatedOn("2025-05-06")).Does(Province, "founded").Does(Province, "drop");

        Inquired(life).Does(Province, "founded");

        Assert.Equal("ending/revoked-2", life.Running("ending").Id);
    }

    [Fact]
    public void LNA20_TheTerm_CannotBeExtended() => Assert.DoesNotContain(
        Policy.Procedures.SelectMany(p => p.Stages).SelectMany(s => s.Transitions).Where(t => t.Word != "approve").SelectMany(t => t.Do),
        s => s is Step.SetMark { Mark: "designated" or "term-end" });

    [Fact]
    public void LN_21_WhatAnOperatingZoneDoes_StandsAsAClause() => StandsAsAClause("第十七条", "zone-body");

    [Fact]
    public void LN_22_TheCitysSupport_StandsAsAClause() => StandsAsAClause("第十八条", "city");

    [Fact]
    public void LN_23_TheProvincesSupport_StandsAsAClause() => StandsAsAClause("第十九条", "province");

    [Fact]
    public void LN_24_ACitysOwnZones_StandAsAClause() => StandsAsAClause("第二十二条", "city");

    [Fact]
    public void LN_21_AnOperatingZone_HasNothingHangingOverItAndMayStillReportAChange()
    {
        var life = Chapters.DesignatedOn("2025-05-06").PlanFiled().Assessing().Until("2027-05-10")
            .Does(Province, "pass", Life.Date("dated", "2027-05-10")).Until("2035-01-01");

        Assert.Null(life.World.NextDue);
        life.Does(Body, "report-change", Life.Many("kind", "运行机制"), Life.Date("happened", "2034-12-31"));
        Assert.Equal("standing", life.Refused(Body, "request-change", null, null, Life.Text("summary", "甲")).Rule);
    }

    [Fact]
    public void LNA18_Shenfu_HasItsOwnBodyInTheCitysPlace() =>
        Assert.Equal("沈抚示范区市场监管局", Policy.Roles["city"].Alias["沈抚示范区"]);

    private static void StandsAsAClause(string article, string role) =>
        Assert.Equal(role, Policy.Clauses.Single(c => c.Article == article).Role);

    private static Life Inquired(Life life, string ground = "（三）有重大违法违规行为") =>
        life.Does(Province, "open-revocation", Life.Many("ground", ground));

    private static Life Revoked(Life life)
    {
        var today = Life.Date("served", $"{life.World.Today:yyyy-MM-dd}");
        return life.Does(Province, "founded").Does(Province, "serve", today).Does(Body, "waive")
            .Does(Province, "uphold", ("dated", today.Value));
    }
}
