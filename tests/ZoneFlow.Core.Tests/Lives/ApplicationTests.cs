using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>LN-01 to LN-06: from the form to the meeting.</summary>
public sealed class ApplicationTests
{
    [Fact]
    public void LN_01_Applying_IsOpenOnAnyDayAndInTheBodysOwnNameAlone()
    {
        var life = Life.On("2025-10-05").Opens();

        Assert.Equal("drafting", life.State.Standing);
        Assert.Null(life.Running("designation").Due);
        var other = new SignalBody.OpenCase(Policy.Revision, CaseKinds.Zone, "LN-2", "别人的", "沈阳市", life.State.Applicants);
        Assert.Equal("not-yours", life.Send(new CaseId("zone-2"), OtherBody, other).Refusal!.Rule);
    }

    [Fact]
    public void LN_01_ADraftLeftLying_IsAskedAboutEveryThirtyDaysAndNeverClosed()
    {
        var life = Life.On("2025-05-06").Opens().Until("2025-08-01");

        Assert.Equal(["2025-06-05 09:00", "2025-07-07 09:00"], life.Told<Change.HolderAskedAgain>().Select(t => t.At));
        Assert.Equal("drafting", life.State.Standing);
    }

    [Fact]
    public void LN_02_Submitting_NeedsTheDraftPlanAndAFormFilledInToTheLastField()
    {
        var life = Life.On("2025-05-06").Opens().FillsIn(Form().Remove("industry"));

        var incomplete = life.Refused(Body, "submit");
        Assert.Equal(("form-incomplete", "industry"), (incomplete.Rule, Assert.Single(incomplete.Details).Name));
        life.FillsIn();
        var missing = life.Refused(Body, "submit", but: d => d with { Files = ["application-form"] });
        Assert.Equal(("documents-missing", "draft-plan"), (missing.Rule, Assert.Single(missing.Details).Name));
        life.Does(Body, "submit");
        Assert.Equal(new DateOnly(2025, 5, 6), life.State.Marks["applied"].Date);
    }

    [Fact]
    public void LN_02_ABlankAnswer_IsNoAnswer()
    {
        var life = Life.On("2025-05-06").Opens().FillsIn(Form().SetItem("industry", new FieldValue.Text("  ")));

        Assert.Equal("industry", Assert.Single(life.Refused(Body, "submit").Details).Name);
    }

    [Fact]
    public void LN_02_Submitting_BelowTheConditions_NamesEachThatIsUnmet()
    {
        var life = Life.On("2025-05-06").Opens().FillsIn(Form(physical: 7, functional: 2, area: 499));

        var refusal = life.Refused(Body, "submit");

        Assert.Equal("criteria-unmet", refusal.Rule);
        Assert.Equal(["agencies", "physical", "core-area"], refusal.Details.Select(d => d.Name));
        Assert.All(refusal.Details, d => Assert.Equal("第七条第（三）项", d.Source!.Article));
        life.FillsIn(Form(physical: 8, functional: 2, area: 500)).Does(Body, "submit");
    }

    [Fact]
    public void LNA1_PhysicalAndFunctionalCounts_AreAskedForApartAndAttestedByTheCity()
    {
        var life = Life.On("2025-05-06").Applied();

        Assert.Contains(Policy.Form, f => f is { Name: "physical", Required: true } && f.Source.Default is not null);
        var refusal = life.Refused(City, "recommend", but: d => d with { Attested = ["body", "plan", "management", "area", "industry", "demand", "core-area", "coverage", "plan-content"] });
        Assert.Equal(("not-attested", 2), (refusal.Rule, refusal.Details.Length));
        Assert.Equal(["agencies", "physical"], refusal.Details.Select(d => d.Name));
    }

    [Fact]
    public void LNA2_TheDraftPlan_IsOneSlotUnderBothOfItsNames() =>
        Assert.Equal(["application-form", "draft-plan"], Policy.Procedure("designation").Stage("drafting").Transitions.Single().Needs.ToArray());

    [Fact]
    public void LN_03_TheCity_HasTenWorkingDaysByDefaultAndAttestsWhatItJudges()
    {
        var life = Life.On("2025-04-28").Applied();

        var due = life.Running("designation").Due!;
        Assert.Equal(new DateOnly(2025, 5, 15), due.Last);
        Assert.Equal(LegalEffect.ServiceNorm, due.Source.Effect);
        Assert.Equal("not-attested", life.Refused(City, "recommend", but: d => d with { Attested = [] }).Rule);
        Assert.Equal("not-yours", life.Refused(OtherCity, "recommend").Rule);
        Assert.Equal("evaluation", life.Does(City, "recommend").StageOf("designation"));
    }

    [Fact]
    public void LN_03_TheCityDeclines_AndTheApplicationIsOver()
    {
        var life = Life.On("2025-05-06").Applied();

        Assert.Equal("reason-required", life.Refused(City, "decline", but: d => d with { Reason = null }).Rule);
        life.Does(City, "decline");
        Assert.Equal("refused", life.State.Standing);
        Assert.Contains(life.World.Mails, m => m is { Kind: TellKind.Letter, Template: "declined" } && m.To.Party == Body.Party);
    }

    [Fact]
    public void Trap_10_AReturn_SuspendsTheCitysClockUntilTheFileIsBack()
    {
        // Submitted on Monday the 12th: ten working days run to the 26th. Returned on the 14th, back on the 20th.
        var life = Life.On("2025-05-12").Applied().Until("2025-05-14").Does(City, "return");

        Assert.Equal("correcting", life.StageOf("designation"));
        Assert.Equal(new DateOnly(2025, 5, 28), life.Running("designation").Due!.Last);
        life.Until("2025-05-20").Does(Body, "resubmit");
        Assert.Equal("endorsement", life.StageOf("designation"));
        // The 15th, 16th, 19th and 20th are not counted.
        Assert.Equal(new DateOnly(2025, 5, 30), life.Running("designation").Due!.Last);
        life.Until("2025-05-22").Does(City, "return").Until("2025-05-23").Does(Body, "resubmit");
        Assert.Equal(new DateOnly(2025, 6, 3), life.Running("designation").Due!.Last);
    }

    [Fact]
    public void LN_03_ReturnedAndBackOnOneDay_CostsTheCityNothing()
    {
        var life = Life.On("2025-05-12").Applied().Until("2025-05-14").Does(City, "return").Until("2025-05-14T16:00:00").Does(Body, "resubmit");

        Assert.Equal(new DateOnly(2025, 5, 26), life.Running("designation").Due!.Last);
        Assert.Empty(life.Running("designation").Due!.Suspensions);
    }

    [Fact]
    public void LN_03_ACorrectionNotMadeInTime_MayBeDroppedByWhoeverAskedForIt()
    {
        var life = Life.On("2025-05-12").Applied().Until("2025-05-14").Does(City, "return");

        Assert.Equal("not-yet-due", life.Refused(City, "drop").Rule);
        life.Until("2025-05-29");
        Assert.Equal("not-yours", life.Refused(Province, "drop").Rule);
        life.Does(City, "drop");
        Assert.Equal("refused", life.State.Standing);
    }

    [Fact]
    public void LN_03_ACorrection_LeavesTheNameAndTheRegionAsTheyWere()
    {
        var life = Life.On("2025-05-12").Applied().Does(City, "return");

        var moved = new SignalBody.SaveAnswers(Form().SetItem("region", new FieldValue.Text("大连市")));
        var refusal = life.Send(Life.Zone, Body, moved).Refusal!;
        Assert.Equal(("answers-wrong", "region"), (refusal.Rule, Assert.Single(refusal.Details).Name));
        life.FillsIn(Form(physical: 10)).Does(Body, "resubmit");
    }

    [Fact]
    public void LN_04_TheFourPapers_StandInTheFileThatReachesTheProvince()
    {
        var life = Life.On("2025-05-06").Applied();
        life.Send(Life.Zone, City, new SignalBody.FileDocument("designation/1", 2, Paperwork.Of("other")));

        life.Does(City, "recommend");

        Assert.Equal(["application-form", "draft-plan", "other", "recommendation"], life.Running("designation").Filed.Select(f => f.Document.Slot).Order());
        Assert.Contains(life.World.Mails, m => m is { Kind: TellKind.Task, To.Role: "province" });
    }

    [Fact]
    public void LN_05_Evaluation_NeedsExpertsWhoHaveAllScored()
    {
        var life = Life.On("2025-05-06").Recommended();

        Assert.Equal("panel-incomplete", life.Refused(Province, "conclude").Rule);
        life.Send(Life.Zone, Province, new SignalBody.SeatExperts("designation/1", 3, [.. Experts.Select(e => e.Party!.Value)]));
        Assert.Equal("panel-incomplete", life.Refused(Province, "conclude").Rule);
        Assert.Equal("scores-wrong", Score(life, 101).Refusal!.Rule);
        Assert.All(Experts, e => Assert.True(Score(life, 80, e).Accepted));
        Assert.Equal("awaiting-sitting", life.Does(Province, "conclude").StageOf("designation"));
    }

    [Fact]
    public void LN_05_ExpertsWhoStepBack_AreReplacedBeforeTheOpinion()
    {
        var life = Life.On("2025-05-06").Recommended().SeatsAndScores();

        Assert.All(Experts, e => Assert.True(life.Send(Life.Zone, e, new SignalBody.Recuse("designation/1", 3, Paperwork.Confide("亲属"))).Accepted));

        Assert.Equal("panel-incomplete", life.Refused(Province, "conclude").Rule);
        Assert.Equal("not-yours", Score(life, 80).Refusal!.Rule);
        var fourth = Cast.Of("expert-4", "expert");
        life.Send(Life.Zone, Province, new SignalBody.SeatExperts("designation/1", 3, [fourth.Party!.Value]));
        Score(life, 75, fourth);
        life.Does(Province, "conclude");
    }

    [Fact]
    public void LNA3_DefenceAndSiteVisit_AreChosenApartEachWithItsReason()
    {
        var life = Life.On("2025-05-06").Recommended().SeatsAndScores();

        Assert.Equal("reason-required", life.Refused(Province, "site-visit", but: d => d with { Reason = null }).Rule);
        life.Does(Province, "site-visit").Does(Province, "conclude");

        Assert.Equal("site-visit", Assert.Single(life.Told<Change.OptionalActHeld>()).Change.Act);
        Assert.Equal("site-visit", Assert.Single(life.Told<Change.DiscretionUsed>()).Change.Question);
    }

    [Fact]
    public void LN_05_Withdrawing_IsOpenBesideThePanel()
    {
        var life = Life.On("2025-05-06").Recommended().Does(Body, "withdraw");

        Assert.Equal("withdrawn", life.State.Standing);
        Assert.Null(life.World.NextDue);
    }

    [Fact]
    public void LN_06_TheMeeting_DecidesOnAListAndTheRestAreTold()
    {
        var second = new CaseId("zone-2");
        var life = Life.On("2025-05-06").Tabled();
        life.Opens(second, OtherBody, "大连高新区", "大连市").FillsIn(null, second, OtherBody)
            .Does(OtherBody, "submit", second).Does(OtherCity, "recommend", second).SeatsAndScores(second)
            .Does(Province, "conclude", second).Does(Province, "table", second, null, Life.Text("round", Life.Round.Value));

        life.Does(Province, "convene", Life.Round).Does(Province, "decide", Life.Round, null, Life.Many("list", Life.Zone.Value));

        Assert.Equal("listed", life.StageOf("designation"));
        Assert.Equal("refused", life.World.State(second).Standing);
        Assert.Equal(["listed", "unlisted"], life.World.State(Life.Round).Items.Select(i => i.State));
        Assert.Contains(life.World.Mails, m => m is { Template: "not-listed" } && m.To.Party == OtherBody.Party);
    }

    [Fact]
    public void LN_06_TheMeeting_NeedsMinutesAListAndASecondFactor()
    {
        var life = Life.On("2025-05-06").Tabled().Does(Province, "convene", Life.Round);
        var list = Life.Many("list", Life.Zone.Value);

        Assert.Equal("documents-missing", life.Refused(Province, "decide", Life.Round, d => d with { Files = ["proposed-list"] }, list).Rule);
        Assert.Equal("inputs-wrong", life.Refused(Province, "decide", Life.Round, null, Life.Many("list")).Rule);
        Assert.Equal("inputs-wrong", life.Refused(Province, "decide", Life.Round, null, Life.Many("list", "zone-9")).Rule);
        Assert.Equal("second-factor", life.Refused(Province with { SecondFactor = false }, "decide", Life.Round, null, list).Rule);
        Assert.Equal("meeting", life.World.State(Life.Round).Standing);
    }

    [Fact]
    public void LN_06_AMeetingThatAdoptsNone_EndsTheSittingWithoutANotice()
    {
        var life = Life.On("2025-05-06").Tabled().Does(Province, "convene", Life.Round).Does(Province, "decide-on-none", Life.Round);

        Assert.Equal(("refused", "done"), (life.State.Standing, life.World.State(Life.Round).Standing));
    }

    private static Decision Score(Life life, decimal score, Actor? by = null) => life.Send(Life.Zone, by ?? Experts[0], new SignalBody.GiveScore(
        "designation/1", life.Running("designation").Visit, Life.Zone.Value,
        System.Collections.Immutable.ImmutableSortedDictionary<string, decimal>.Empty.Add("overall", score), null));
}
