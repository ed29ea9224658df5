using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;
using static ZoneFlow.TestKit.Lives.BeijingLife;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>The rows of the text from the call to recognition: 第四条 to 第八条.</summary>
public sealed class BeijingRowsOfTheCall
{
    private static readonly CaseId Second = new("second");
    private static readonly CaseId Third = new("third");

    [Fact]
    public void BJ_01_TheOfficePublishesTheCall_AndTheWindowOpensAndCloses()
    {
        var life = On().Calls();

        Assert.Equal("open", life.Round.Standing);
        Assert.Equal(["call-notice"], life.Told<Change.DocumentAnnounced>(Call).Select(d => d.Slot));
        Assert.Equal("not-yours", life.Refused(Operator, "extend", Call, Date("closes", "2024-03-29"), Date("district-by", "2024-04-12")).Rule);
        Assert.Equal("open", life.Until("2024-03-01T08:59").Round.Standing);
        Assert.Equal("closing", life.Until("2024-03-01T09:00").Round.Standing);
    }

    [Fact]
    public void BJ_02_TheOperatorAppliesInWriting_ToAnOpenCallAndBeforeItCloses()
    {
        var life = On().Drafts();
        Assert.Equal("inputs-wrong", life.Refused(Operator, "submit", Zone, Text("round", Call.Value)).Rule);

        life.Calls().Until("2024-02-29T23:59:59");
        var bare = life.Refused(Operator, "submit", Zone, d => d with { Files = ["application-form"] }, Text("round", Call.Value));
        Assert.Equal(["work-plan", "evidence"], bare.Details.Select(d => d.Name));
        life.Does(Operator, "submit", Zone, Text("round", Call.Value)).Drafts(Second, OtherOperator).Until("2024-03-01T00:00");

        Assert.Equal("applying", life.State.Standing);
        Assert.Equal(["zone"], life.Round.Items.Select(i => i.Key));
        Assert.Equal("guard", life.Refused(OtherOperator, "submit", Second, Text("round", Call.Value)).Rule);
    }

    [Fact]
    public void BJ_02_TheConditionsOfArticlesFiveAndSix_AreMeasuredToTheUnit()
    {
        var life = On().Calls().Until("2024-02-26");
        foreach (var (but, criterion) in new[]
        {
            (Number("smes", 55), "smes"), (Number("high-end", 41), "high-end"), (Number("valid-patents", 299), "patents"),
            (Date("operating-since", "2021-03-01"), "operating"), (Date("services-since", "2021-03-01"), "serving"), (Flag("pledge", false), "pledge"),
        })
        {
            var zone = new CaseId(criterion);
            var refusal = life.Drafts(zone, title: criterion, but: but).Refused(Operator, "submit", zone, Text("round", Call.Value));
            Assert.Equal("criteria-unmet", refusal.Rule);
            Assert.Equal([criterion], refusal.Details.Select(d => d.Name));
        }

        life.Applies(Second, title: "发明", but: [Number("valid-patents", 10), Number("valid-inventions", 150)]).Applies();
        Assert.Equal("applying", life.State.Standing);
    }

    [Fact]
    public void BJ_02_OnlyTheSizeMayBeRelaxed_AndOnlyByTheOfficeWithAReason()
    {
        var life = On().Calls().Until("2024-02-26").Applies(but: [Number("companies", 50), Number("smes", 40), Number("high-end", 30)]);
        life.Does(District, "recommend", Zone);

        Assert.Equal(["companies"], life.Refused(Office, "pass", Zone).Details.Select(d => d.Name));
        string[] attested = ["companies", "not-terminated", "capability", "effects"];
        Assert.Equal("reason-required", life.Refused(Office, "pass", Zone, d => d with { Attested = [.. attested], Reason = null }).Rule);
        life.Acts(Office, "pass", d => d with { Attested = [.. attested] });

        Assert.Equal(("companies", "放宽"), life.Told<Change.DiscretionUsed>().Select(d => (d.Question, d.Chosen)).Single());
        Assert.Equal("in-round", life.Stage);
    }

    [Fact]
    public void BJ_03_TheDistrictReviewsAndRecommends_ByTheCallsDate()
    {
        var life = On().Calls().Until("2024-02-26").Applies();

        Assert.Equal(("district-review", "2024-03-15"), (life.Stage, $"{life.Running("designation").Due!.Last:yyyy-MM-dd}"));
        Assert.Equal("not-yours", life.Refused(Cast.Of("other", "district", "朝阳区"), "recommend", Zone).Rule);
        Assert.Equal("not-yours", life.Refused(Office, "recommend", Zone).Rule);
        Assert.Equal("not-attested", life.Refused(District, "recommend", Zone, d => d with { Attested = [] }).Rule);
        Assert.Equal("formal-check", life.Does(District, "recommend", Zone).Stage);
    }

    [Fact]
    public void BJ_03_AnExtendedWindow_MovesTheDistrictsDateToo_AndOnlyLater()
    {
        var life = On().Calls().Until("2024-02-26").Applies().Until("2024-02-28");

        Assert.Equal("guard", life.Refused(Office, "extend", Call, Date("closes", "2024-02-29"), Date("district-by", "2024-04-12")).Rule);
        Assert.Equal("inputs-wrong", life.Refused(Office, "extend", Call, Date("closes", "2024-03-08"), Date("district-by", "2024-03-14")).Rule);
        life.Does(Office, "extend", Call, Date("closes", "2024-03-29"), Date("district-by", "2024-04-12"));

        Assert.Equal("2024-04-12", $"{life.Running("designation").Due!.Last:yyyy-MM-dd}");
        Assert.Equal(ChinaCalendar.Day("2024-03-29"), life.State.Marks["closes"].Date);
        Assert.Equal("open", life.Until("2024-03-29").Round.Standing);
    }

    [Fact]
    public void BJ_04_TheFormalCheck_PassesFixesOrFails()
    {
        var failed = On().Calls().Until("2024-02-26").Applies().Does(District, "recommend", Zone).Does(Office, "fail", Zone);
        Assert.Equal(("refused", "dropped"), (failed.State.Standing, failed.Round.Items.Single().State));

        var passed = On().Calls().Until("2024-02-26").Applies().Reviewed();
        Assert.Equal(("in-round", "eligible"), (passed.Stage, passed.Round.Items.Single().State));
    }

    [Fact]
    public void BJ_04_ACorrectionAfterTheWindowClosed_GoesBackToWhoAsked_WithIntakeNotCheckedAgain()
    {
        var life = On().Calls().Until("2024-02-29").Applies().Until("2024-03-04").Does(District, "recommend", Zone)
            .Until("2024-03-06").Does(Office, "fix", Zone).Until("2024-03-08");
        Assert.Equal("closing", life.Round.Standing);

        life.Does(Operator, "resubmit", Zone);

        Assert.Equal(("formal-check", "2024-03-13"), (life.Stage, $"{life.Running("designation").Due!.Last:yyyy-MM-dd}"));
        Assert.Equal("guard", life.Refused(Office, "close-intake", Call).Rule);
        Assert.True(life.Does(Office, "pass", Zone).Does(Office, "close-intake", Call).Round.Standing == "evaluating");
    }

    [Fact]
    public void BJ_05_ExpertsScoreEveryApplication_AndTheOfficeMayHoldADefence()
    {
        var life = On().Calls().Until("2024-02-26").Applies().Applies(Second, OtherOperator).Reviewed().Reviewed(Second)
            .Until("2024-03-18").Does(Office, "close-intake", Call);
        Assert.Equal("panel-incomplete", life.Refused(Office, "conclude", Call).Rule);

        life.Seats().Scores(Zone, 80).Scores(Experts[0], Second, 70, 70, 70);
        Assert.Contains("2", life.Refused(Office, "conclude", Call).Message.Zh, StringComparison.Ordinal);
        life.Does(Office, "defence", Call).Scores(Experts[1], Second, 70, 70, 70).Scores(Experts[2], Second, 70, 70, 70).Does(Office, "conclude", Call);

        Assert.Equal(["defence"], life.Told<Change.OptionalActHeld>(Call).Select(h => h.Act));
        Assert.Equal("listing", life.StageOf("call", Call));
    }

    [Fact]
    public void BJ_06_TheListFollowsTheWeightedRanking_WithinTheQuota_AndTiesAreTheMeetings()
    {
        var life = On().Calls(quota: 2).Until("2024-02-26").Applies().Applies(Second, OtherOperator).Applies(Third, OtherOperator)
            .Reviewed().Reviewed(Second).Reviewed(Third).Until("2024-03-18").Does(Office, "close-intake", Call).Seats()
            .Scores(Zone, 90, 90, 80).Scores(Second, 70, 70, 90).Scores(Third, 78).Does(Office, "conclude", Call);

        Assert.Equal([("zone", 86.00m, 1), ("second", 78.00m, 2), ("third", 78.00m, 2)], life.Round.Items.Select(i => (i.Key, i.Score!.Value, i.Place!.Value)));
        Assert.Equal("inputs-wrong", life.Refused(Office, "adopt-list", Call, Many("list", "zone", "second", "third")).Rule);
        Assert.Equal("inputs-wrong", life.Refused(Office, "adopt-list", Call, d => d with { Reason = null }, Many("list", "third")).Rule);
        life.Acts(Office, "adopt-list", d => d with { Reason = null, Inputs = d.Inputs.Add("list", new FieldValue.Many(["zone", "third"])) }, Call);

        Assert.Equal("third园区", life.Told<Change.DiscretionUsed>(Call).Single().Chosen.Split('、')[1]);
        Assert.Equal("refused", life.World.State(Second).Standing);
        Assert.Equal("2", Assert.Single(life.Told<Change.MessageSent>(Call), m => m.Say == "unplaced").With["rank"]);
        Assert.Equal("78.00", Assert.Single(life.Told<Change.MessageSent>(Call), m => m.To == Third && m.Say == "proposed").With["score"]);
    }

    [Fact]
    public void BJ_06_LeavingTheOrderOfTheRanking_NeedsAReason()
    {
        var life = On().Calls().Until("2024-02-26").Applies().Applies(Second, OtherOperator).Reviewed().Reviewed(Second)
            .Until("2024-03-18").Does(Office, "close-intake", Call).Seats().Scores(Zone, 90).Scores(Second, 80).Does(Office, "conclude", Call);

        var refusal = life.Refused(Office, "adopt-list", Call, d => d with { Reason = null }, Many("list", "second"));
        Assert.Contains("zone园区", refusal.Details.Single().Message.Zh, StringComparison.Ordinal);
        life.Does(Office, "adopt-list", Call, Many("list", "second"));

        Assert.Equal("listed", life.StageOf("designation", Second));
    }

    [Fact]
    public void BJ_07_TheListIsUnderNotice_ForSevenCalendarDays()
    {
        var life = Noticed();

        Assert.Equal("2024-04-29", $"{life.Running("call", Call).Due!.Last:yyyy-MM-dd}");
        Assert.Equal(LegalEffect.Statutory, life.Running("call", Call).Due!.Source.Effect);
        Assert.Equal("identity-required", life.Objects(Zone, Call, named: false).Refusal!.Rule);
        Assert.Equal("listed", life.Until("2024-04-29T23:59:59").Stage);
        Assert.Equal("late", life.Until("2024-04-30T08:00").Objects(Zone, Call).Refusal!.Rule);
        Assert.Equal(("recognising", "done"), (life.Until("2024-04-30T09:00").Stage, life.Round.Standing));
    }

    [Fact]
    public void BJ_08_WithoutObjectionTheZoneIsRecognised_NotBeforeTheNoticeIsOver()
    {
        var life = Noticed().Until("2024-05-20");

        Assert.Equal("inputs-wrong", life.Refused(Office, "recognise", Zone, Date("dated", "2024-04-29")).Rule);
        Assert.Equal("second-factor", life.Refused(Cast.Of("office", "office", secondFactor: false), "recognise", Zone, Date("dated", "2024-05-20")).Rule);
        life.Does(Office, "recognise", Zone, Date("dated", "2024-04-30"));

        Assert.Equal(("recognised", ChinaCalendar.Day("2024-04-30")), (life.State.Standing, life.State.Marks["designated"].Date));
        Assert.Contains(life.World.Mails, m => m.Template == "recognition");
    }

    [Fact]
    public void BJ_09_AnObjectionHoldsThatZoneAlone_AndIsInquiredInto()
    {
        var life = On().Calls().Until("2024-02-26").Applies().Applies(Second, OtherOperator).Reviewed().Reviewed(Second)
            .Until("2024-03-18").Does(Office, "close-intake", Call).Seats().Scores(Zone, 90).Scores(Second, 80).Does(Office, "conclude", Call)
            .Until("2024-04-22").Does(Office, "adopt-list", Call, Many("list", "zone", "second"));
        Assert.True(life.Until("2024-04-26").Objects(Zone, Call).Accepted);
        life.Until("2024-04-30T09:00");

        Assert.Equal(("inquiry", "recognising"), (life.Stage, life.StageOf("designation", Second)));
        Assert.Equal(["held"], life.State.Flags);
        Assert.Equal("1", life.Told<Change.MessageSent>(Call).Last(m => m.To == Zone).With["objections"]);
        life.Does(Office, "amend", Zone);
        Assert.Equal("recognising", life.Until("2024-05-10").Stage);
    }

    [Fact]
    public void BJ_09_AnObjectionUpheld_EndsTheApplication()
    {
        var life = Noticed();
        Assert.True(life.Objects(Zone, Call).Accepted);

        life.Until("2024-05-15").Does(Office, "uphold", Zone);

        Assert.Equal("refused", life.State.Standing);
        Assert.Empty(life.State.Flags);
    }

    [Fact]
    public void BJ_10_TheApplicantVouchesForItsPapers()
    {
        var clause = Assert.Single(Policy.Clauses, c => c.Article == "第八条");
        Assert.Equal("operating-body", clause.Role);

        var refusal = On().Calls().Until("2024-02-26").Drafts(but: Flag("pledge", false)).Refused(Operator, "submit", Zone, Text("round", Call.Value));
        Assert.Equal("第八条", refusal.Details.Single().Source!.Article);
    }
}
