using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Policies.Tests.Rows.JilinLife;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>JL-01 to JL-05: joint application, the city's seal, the experts, the approval, the term.</summary>
public sealed class JilinRowsApplying
{
    [Fact]
    public void JL_01_TheCountyAndAKeyUnit_ApplyJointlyAndBothSign()
    {
        var life = On("2018-05-21").Opens().FillsIn().Does(County, "sign");
        Assert.Equal(("drafting", "drafting"), (life.State.Standing, life.StageOf("designation")));

        life.Does(Unit, "sign", files: []);
        Assert.Equal(("applying", "sealing"), (life.State.Standing, life.StageOf("designation")));
        Assert.Equal(new DateOnly(2018, 5, 21), life.State.Marks["applied"].Date);
    }

    [Fact]
    public void JL_01_WithoutAKeyUnit_NothingIsOpened()
    {
        var life = On("2018-05-21");
        var refusal = life.Open().Refusal!;
        Assert.Equal("key-unit", Assert.Single(refusal.Details).Name);
        Assert.Equal("四（一）", refusal.Details[0].Source!.Article);
        Assert.False(life.World.Has(Zone));
    }

    [Fact]
    public void JL_01_AKeyUnitNobodyKnows_IsRefused()
    {
        var signal = Signal.By(new SignalId("s"), Zone, At("2018-05-21"), County, new SignalBody.OpenCase(
            Policy.Revision, CaseKinds.Zone, "JL-1", "甲", "长春市", [new("county", County.Party!.Value), new("key-unit", Unit.Party!.Value)]));
        var refusal = Lifecycle.Decide(On("2018-05-21").World.Rules, null, signal).Refusal!;
        Assert.Equal("key-unit", Assert.Single(refusal.Details).Name);
    }

    [Fact]
    public void JL_01_OnePartyAsBoth_IsRefused()
    {
        var both = County with { Roles = [new("county", null), new("key-unit", null)] };
        var refusal = On("2018-05-21").World.Send(Zone, both, new SignalBody.OpenCase(
            Policy.Revision, CaseKinds.Zone, "JL-1", "甲", "长春市", [new("county", both.Party!.Value), new("key-unit", both.Party!.Value)])).Refusal!;
        Assert.Equal("applicants", Assert.Single(refusal.Details).Name);
    }

    [Fact]
    public void JL_01_AReplacedPaper_UnsignsAndAsksTheOtherAgain()
    {
        var life = On("2018-05-21").Opens().FillsIn().Does(County, "sign");
        var asked = Asked(life);
        life.Does(Unit, "sign", files: ["work-plan"]);

        Assert.Equal("drafting", life.StageOf("designation"));
        Assert.Equal(new Signature("key-unit", Unit.Party), Assert.Single(life.State.Procedures[0].Signed));
        Assert.Equal(asked + 1, Asked(life));
        life.Does(County, "sign", files: []);
        Assert.Equal("sealing", life.StageOf("designation"));

        static int Asked(JilinLife life) => life.World.Mails.Count(m => m.Kind == TellKind.Task && m.To.Party == County.Party);
    }

    [Fact]
    public void JL_01_AChangedAnswer_Unsigns()
    {
        var life = On("2018-05-21").Opens().FillsIn().Does(County, "sign").FillsIn(agencies: 5, by: Unit);
        Assert.Empty(life.State.Procedures[0].Signed);
        Assert.Single(life.Told<Change.SignaturesVoided>());
        life.FillsIn(agencies: 5);
        Assert.Single(life.Told<Change.SignaturesVoided>());
    }

    [Fact]
    public void JL_01_WhoHasSigned_HoldsNothingAndIsNotRemindedAgain()
    {
        var life = On("2018-05-21").Opens().FillsIn().Does(County, "sign");
        Assert.Equal([Unit.Party], StageHolders.Of(Policy, life.State, life.State.Procedures[0]).Select(h => h.Party));
        Assert.DoesNotContain(Offers.To(life.World.Rules, life.State, County, life.World.Now), o => o.Action == "sign");
        Assert.Contains(Offers.To(life.World.Rules, life.State, Unit, life.World.Now), o => o.Action == "sign");

        life.Until("2018-06-21");
        Assert.Equal([Unit.Party], life.World.Mails.Where(m => m.Kind == TellKind.Reminder).Select(m => m.To.Party));
    }

    [Fact]
    public void JL_01_APartyOfTheRoleThatDoesNotApply_MayNotSign() =>
        Assert.Equal("not-yours", On("2018-05-21").Opens().FillsIn().Refused(SecondUnit, "sign").Rule);

    [Fact]
    public void JL_02_ThreePapersAndTheForm_AreAskedFor()
    {
        var life = On("2018-05-21").Opens();
        var missing = life.Refused(County, "sign", files: ["work-plan"]);
        Assert.Equal(["application-form", "evidence"], missing.Details.Select(d => d.Name));
        Assert.Equal("form-incomplete", life.Refused(County, "sign").Rule);
    }

    [Fact]
    public void JL_02_TheCitysSeal_ComesBeforeTheProvince()
    {
        var life = Applied();
        Assert.Equal("not-yours", life.Refused(OtherCity, "seal").Rule);
        Assert.Equal("not-attested", Conduct.Do(life.World, new Deed(Zone, City, "seal")
        {
            Attested = [], Inputs = Policy.Procedure("designation").Stage("sealing").Transitions.First(t => t.Word == "seal").Ask
                .ToImmutableSortedInputs(("opinion", new FieldValue.Text("同意")), ("sealed", new FieldValue.Day(new DateOnly(2018, 5, 21)))),
        }).Refusal!.Rule);
        Assert.Equal("documents-missing", life.Refused(City, "seal", [], null, Text("opinion", "同意"), Date("sealed", "2018-05-21")).Rule);
        life.Seals();
        Assert.Equal("review", life.StageOf("designation"));
        Assert.Equal("四（三）", Policy.Procedure("designation").Stage("sealing").Source!.Article);
    }

    [Fact]
    public void JL_02_AReturn_IsSignedAgainByBothAndTheClockStoodStill()
    {
        var life = Applied("2018-05-23").Until("2018-05-25").Does(City, "return").Until("2018-05-30").Does(County, "resign");
        Assert.Equal("correcting", life.StageOf("designation"));
        life.Does(Unit, "resign", files: []);
        Assert.Equal(("sealing", new DateOnly(2018, 6, 11)), (life.StageOf("designation"), life.DueOf("designation").Last));
    }

    [Fact]
    public void JL_02_ADecline_EndsTheApplicationAndTellsEachApplicant()
    {
        var life = Applied().Does(City, "decline");
        Assert.Equal("refused", life.State.Standing);
        Assert.Equal([County.Party, Unit.Party], life.World.Mails.Where(m => m.Template == "declined").Select(m => m.To.Party));
    }

    [Fact]
    public void JL_03_TheExpertsAndTheSiteVisit_AreBothNeeded()
    {
        var life = Reviewed();
        Assert.Equal("acts-missing", life.Refused(Province, "conclude").Rule);
        life.Does(Province, "site-visit");
        Assert.Equal("documents-missing", life.Refused(Province, "conclude", files: []).Rule);
        life.Does(Province, "conclude");
        Assert.Equal("approving", life.StageOf("designation"));
        Assert.Empty(life.Told<Change.DiscretionUsed>());
    }

    [Fact]
    public void JL_03_WithoutThreeScores_NothingIsConcluded() =>
        Assert.Equal("panel-incomplete", Applied().Seals().Does(Province, "site-visit").Refused(Province, "conclude").Rule);

    [Fact]
    public void JL_04_TheApproval_DesignatesOnItsDate()
    {
        var life = Reviewed().Does(Province, "site-visit").Does(Province, "conclude").Until("2018-06-20");
        Assert.Equal("inputs-wrong", life.Refused(Province, "approve", null, null, Date("dated", "2018-06-21")).Rule);
        Assert.Equal("second-factor", Conduct.Do(life.World, new Deed(Zone, Province with { SecondFactor = false }, "approve")
        {
            Inputs = Policy.Procedure("designation").Stage("approving").Transitions[0].Ask
                .ToImmutableSortedInputs(("dated", new FieldValue.Day(new DateOnly(2018, 6, 19)))),
        }).Refusal!.Rule);
        life.Does(Province, "approve", Date("dated", "2018-06-19"));
        Assert.Equal(("constructing", new DateOnly(2018, 6, 19)), (life.State.Standing, life.State.Marks["designated"].Date));
        Assert.Equal([County.Party, Unit.Party, null], life.World.Mails.Where(m => m.Template == "approval").Select(m => m.To.Party));
        Assert.Single(life.Told<Change.DiscretionUsed>(), d => d.Chosen == "原则上成熟一家，批复确认一家");
    }

    [Fact]
    public void JL_04_ARefusal_GivesReasonsAndNoTitle()
    {
        var life = Reviewed().Does(Province, "site-visit").Does(Province, "conclude").Does(Province, "refuse");
        Assert.Equal("refused", life.State.Standing);
        Assert.False(life.State.Marks.ContainsKey("designated"));
    }

    [Theory]
    [InlineData("2018-06-15", "2021-06-15")]
    [InlineData("2020-02-29", "2023-02-28")]
    public void JL_05_TheTerm_IsThreeYearsFromDesignation(string designated, string end)
    {
        var life = Designated(designated);
        Assert.Equal(end, life.State.Marks["term-end"].Date.ToString("yyyy-MM-dd", null));
        Assert.Equal(("四（五）", LegalEffect.Statutory), (Policy.Marks["term-end"].Source.Article, Policy.Marks["term-end"].Source.Effect));
    }
}
