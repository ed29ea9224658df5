using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.TestKit.Lives;
using static ZoneFlow.TestKit.Lives.BeijingLife;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>The rows of the text from recognition on: 第八条 to 第十四条.</summary>
public sealed class BeijingRowsOfTheZone
{
    private const string Projects = "市知识产权局支持的各类项目";
    private const string Applications = "集聚发展区申报";
    private static readonly CaseId Second = new("second");
    private static readonly CaseId Later = new("later");

    [Fact]
    public void BJ_11_FraudWhileApplying_DisqualifiesAndBars_AndWithdrawingDoesNotHelp()
    {
        var life = On().Calls().Until("2024-02-26").Applies().Does(Office, "open-integrity", Zone, Many("ground", "弄虚作假（第八条）"));
        Assert.Equal("blocked", life.Refused(Operator, "withdraw", Zone).Rule);
        life.Does(Office, "disqualify", Zone);
        Assert.Equal("blocked", life.Refused(Operator, "withdraw", Zone).Rule);

        life.Ended("2024-03-04", "2024-03-18");

        Assert.Equal(("disqualified", "dropped"), (life.State.Standing, life.Round.Items.Single().State));
        var ban = Assert.Single(life.World.Bans);
        Assert.Equal([Applications, Projects], ban.Scope.AsEnumerable());
        Assert.Equal("2029-03-18", $"{ban.Last:yyyy-MM-dd}");
    }

    [Fact]
    public void BJ_11_FraudFoundAfterRecognition_RevokesAndBarsFromAllProjects_WhateverTheBodyRegistersAs()
    {
        var life = Recognised();
        life.World.Codes[Operator.Party!.Value] = life.World.Codes[OtherOperator.Party!.Value] = "91110108MA01A1B2C3";
        life.Until("2025-06-10").Does(Office, "open-integrity", Zone, Many("ground", "弄虚作假（第八条）")).Does(Office, "revoke", Zone).Ended("2025-06-12", "2025-07-10");

        Assert.Equal("revoked", life.State.Standing);
        Assert.Equal("91110108MA01A1B2C3", Assert.Single(life.World.Bans).Subject);
        life.Calls("2030-02-28", "2030-03-15", call: Later).Until("2026-01-20").Drafts(Second, OtherOperator);
        Assert.Contains("第八条", life.Refused(OtherOperator, "submit", Second, Text("round", Later.Value)).Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void BJ_12_TheNineItemsOfWork_AreOnRecordAndBindTheOperator()
    {
        var items = Policy.Clauses.Where(c => c.Article.StartsWith("第九条", StringComparison.Ordinal)).ToList();

        Assert.Equal(Enumerable.Range(1, 9).Select(n => $"第九条第{n}项"), items.Select(i => i.Article));
        Assert.All(items, i => Assert.Equal("operating-body", i.Role));
        Assert.DoesNotContain(Policy.Duties, d => d.Source.Article?.Contains("第九条", StringComparison.Ordinal) == true);
        Assert.Contains("work-plan", Policy.Procedure("designation").Stage("drafting").Transitions.Single(t => t.Word == "submit").Needs);
    }

    [Fact]
    public void BJ_13_GuidanceAndSupport_AreOnRecordAndBindTheOffice()
    {
        var clauses = Policy.Clauses.Where(c => c.Article.StartsWith("第十条", StringComparison.Ordinal)).ToList();

        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"第十条第{n}项"), clauses.Select(c => c.Article));
        Assert.All(clauses, c => Assert.Equal("office", c.Role));
    }

    [Fact]
    public void BJ_14_ATaskBookIsSignedByBoth_TheItemSupportedOnce_AndAccepted()
    {
        var life = Recognised().Until("2024-07-01");
        (string, FieldValue)[] offer = [Text("item", "平台"), Number("amount", 500_000), Date("ends", "2025-06-30"), Text("targets", "服务60家")];
        life.Does(Office, "offer-support", Zone, offer).Does(Office, "sign", Zone);
        Assert.Equal("signing", life.StageOf("task-book"));
        Assert.Equal("already-running", life.Refused(Office, "offer-support", Zone, offer).Rule);
        Assert.Equal("already-signed", life.Refused(Office, "sign", Zone, d => d with { Files = [] }).Rule);
        life.Acts(Operator, "sign", d => d with { Files = [] });

        Assert.Equal(("performing", "2025-06-30"), (life.StageOf("task-book"), $"{life.Running("task-book").Due!.Last:yyyy-MM-dd}"));
        Assert.Equal("guard", life.Refused(Office, "offer-support", Zone, offer).Rule);
        life.Until("2025-07-01T09:00").Does(Operator, "deliver", Zone);
        Assert.Equal("not-attested", life.Refused(Office, "accept-task", Zone, d => d with { Attested = [] }).Rule);
        Assert.Equal("accepted", life.Does(Office, "accept-task", Zone).State.Ended["task-book/平台"]);
    }

    [Fact]
    public void BJ_15_TheZoneIsAssessedEveryYear()
    {
        var life = Recognised().Until("2025-02-01");

        Assert.Equal("2025-04-30", $"{life.Owed("assessment/2025").Due.Last:yyyy-MM-dd}");
        Assert.Equal("not-yours", life.Refused(Operator, "pass", Zone, d => d with { Procedure = "assessment/2025" }).Rule);
        life.Acts(Office, "pass", d => d with { Procedure = "assessment/2025" });
        Assert.Equal("passed", life.State.Ended["assessment/2025"]);
        Assert.Equal("2026-04-30", $"{life.Until("2026-02-01").Owed("assessment/2026").Due.Last:yyyy-MM-dd}");
    }

    [Fact]
    public void BJ_16_TheThirdYearsReview_TakesThePlaceOfItsAssessment_AndIsDueOnTheAnniversaryWhereThatIsLater()
    {
        var life = Recognised().Years(2025, 2026).Until("2027-02-01");

        Assert.Equal("2027-05-20", $"{life.Owed("review/2027").Due.Last:yyyy-MM-dd}");
        Assert.DoesNotContain(life.State.Occurrences, o => o.Id == "assessment/2027");
        life.Acts(Office, "pass", d => d with { Procedure = "assessment/review-2027" }).Until("2028-02-01");
        Assert.Contains(life.State.Occurrences, o => o.Id == "assessment/2028");
        Assert.DoesNotContain("assessment/2027", life.State.Past.Keys);
    }

    [Fact]
    public void BJ_17_TheReportIsDueInJanuary_RolledPastTheSpringFestival_AndLateIsKept()
    {
        var life = Recognised().Until("2025-01-01");
        Assert.Equal(("2025-02-05", LegalEffect.Statutory), ($"{life.Owed("annual-report/2025").Due.Last:yyyy-MM-dd}", life.Owed("annual-report/2025").Due.Source.Effect));

        life.Until("2025-02-06").Acts(Operator, "file", d => d with { Procedure = "annual-report/2025" });

        Assert.Equal(OccurrenceState.SettledLate, life.State.Past["annual-report/2025"]);
        Assert.Equal("recognised", life.State.Standing);
        Assert.Equal("2026-02-02", $"{life.Until("2026-01-05").Owed("annual-report/2026").Due.Last:yyyy-MM-dd}");
    }

    [Fact]
    public void BJ_18_AbsenceWithoutCauseIsAFindingWithAReason_AndOpensHalfAYearFromService()
    {
        var life = Recognised().Until("2025-04-10");
        Assert.Equal("reason-required", life.Refused(Office, "absent", Zone, d => d with { Reason = null, Procedure = "assessment/2025" }).Rule);
        life.Acts(Office, "absent", d => d with { Procedure = "assessment/2025" });
        Assert.Equal("无故", life.Told<Change.DiscretionUsed>().Single().Chosen);

        life.Until("2025-04-21").Does(Office, "serve", Zone, Date("served", "2025-04-18"));

        Assert.Equal("2025-10-20", $"{life.Running("rectification").Due!.Last:yyyy-MM-dd}");
        Assert.Equal(LegalEffect.Statutory, life.Running("rectification").Due!.Source.Effect);
        Assert.Equal(("reassessing", "recognised"), (life.Until("2025-10-21T09:00").StageOf("rectification"), life.State.Standing));
        Assert.Empty(life.Acts(Office, "pass", d => d with { Procedure = "rectification/1" }).State.Flags);
    }

    [Fact]
    public void BJ_18_AbsenceWithCause_PutsTheAssessmentOff()
    {
        var life = Recognised().Until("2025-04-10").Does(Office, "put-off", Zone, Date("again-on", "2025-05-12"));

        Assert.Equal("2025-05-12", $"{life.Running("assessment").Due!.Last:yyyy-MM-dd}");
        Assert.False(life.State.IsRunning("rectification"));
    }

    [Fact]
    public void BJ_19_FailedAgain_TheRecognitionIsTerminatedAfterAHearing()
    {
        var life = FailedAgain();
        Assert.Equal(("recognised", "intent"), (life.State.Standing, life.StageOf("ending")));

        life.Until("2025-10-20").Does(Office, "serve", Zone, Date("served", "2025-10-20")).Until("2025-10-28T09:00");
        Assert.Equal(("recognised", "deciding"), (life.State.Standing, life.StageOf("ending")));
        life.Until("2025-11-03").Does(Office, "uphold", Zone, Date("dated", "2025-11-03"));

        Assert.Equal(("terminated", "failed"), (life.State.Standing, life.State.Outcomes.Single()));
        Assert.Empty(life.Until("2026-03-01").State.Occurrences);
    }

    [Fact]
    public void BJ_20_ATerminatedZoneMayNotApplyForFiveYears_AndItsOperatorIsLookedAt()
    {
        var life = FailedAgain().Ended("2025-10-20", "2025-11-03").Calls("2030-11-29", "2030-12-31", call: Later);
        Assert.Equal([("zone园区", false), ("operator", true)], life.World.Bans.Select(b => (b.Subject, b.WarnsOnly)));
        Assert.All(life.World.Bans, b => Assert.Equal([Applications], b.Scope.AsEnumerable()));

        life.Until("2026-01-20").Drafts(Second, OtherOperator, "zone园区").Drafts(new CaseId("third"), Operator, "另一园区");
        Assert.Contains("第十一条第4项", life.Refused(OtherOperator, "submit", Second, Text("round", Later.Value)).Message.Zh, StringComparison.Ordinal);
        life.Does(Operator, "submit", new CaseId("third"), Text("round", Later.Value));
        Assert.Equal("operator", Assert.Single(life.Told<Change.BanNoted>(new CaseId("third"))).Subject);

        life.Until("2030-11-03");
        Assert.Equal("guard", life.Refused(OtherOperator, "submit", Second, Text("round", Later.Value)).Rule);
        life.Until("2030-11-04").Does(OtherOperator, "submit", Second, Text("round", Later.Value));
        Assert.Equal("applying", life.World.State(Second).Standing);
    }

    [Fact]
    public void BJ_21_MisconductCancels_AsTheCaseMayBe_AndBringsNoBan()
    {
        var life = Recognised().Until("2025-06-10").Does(Office, "open-integrity", Zone, Many("ground", "有失信行为（第十二条）"));
        Assert.Equal("guard", life.Refused(Office, "disqualify", Zone).Rule);
        life.Does(Office, "cancel", Zone);
        Assert.Equal("视情", life.Told<Change.DiscretionUsed>().Single().Chosen);

        life.Ended("2025-06-12", "2025-07-10");

        Assert.Equal("cancelled", life.State.Standing);
        Assert.Empty(life.World.Bans);
    }

    [Fact]
    public void BJ_21_FraudFoundAfterACancellation_AddsItsFindingAndItsBan_AndNoSecondStanding()
    {
        var life = Recognised().Until("2025-06-10").Does(Office, "open-integrity", Zone, Many("ground", "有失信行为（第十二条）")).Does(Office, "cancel", Zone)
            .Ended("2025-06-12", "2025-07-10");

        life.Until("2025-08-01").Does(Office, "open-integrity", Zone, Many("ground", "弄虚作假（第八条）")).Does(Office, "revoke", Zone).Ended("2025-08-04", "2025-09-01");

        Assert.Equal("cancelled", life.State.Standing);
        Assert.Equal(["cancelled", "revoked"], life.State.Outcomes.AsEnumerable());
        Assert.Equal([Applications, Projects], Assert.Single(life.World.Bans).Scope.AsEnumerable());
    }

    [Fact]
    public void BJ_22_FundsWonByFraud_AreRecovered_AndBarFromFurtherSupport()
    {
        var life = Recognised().Until("2025-06-10").Does(Office, "open-clawback", Zone).Does(Office, "founded", Zone, Date("served", "2025-06-10"))
            .Until("2025-06-18T09:00");
        Assert.Equal("ordering", life.StageOf("clawback"));
        life.Until("2025-06-20").Does(Office, "order-recovery", Zone, Number("amount", 200_000), Date("dated", "2025-06-20"));

        Assert.Equal(("recovering", "recognised"), (life.StageOf("clawback"), life.State.Standing));
        Assert.Equal("第十三条", Assert.Single(life.World.Bans).Article);
        var refusal = life.Refused(Office, "offer-support", Zone, Text("item", "平台"), Number("amount", 1), Date("ends", "2026-06-30"), Text("targets", "无"));
        Assert.Contains(Projects, refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Equal("done", life.Does(Office, "recovered", Zone, Number("returned", 200_000)).State.Ended["clawback/1"]);
    }

    [Fact]
    public void BJ_23_AChangeIsFiledInTime_OrLate()
    {
        var life = Recognised().Until("2024-10-17T23:59:59");
        life.Does(Operator, "file-change", Zone, Many("kind", "名称变更"), Date("happened", "2024-09-23"));
        Assert.Empty(life.Told<Change.FiledLate>());
        life.Until("2024-10-18T00:00").Does(Operator, "file-change", Zone, Many("kind", "重组"), Date("happened", "2024-09-23"));

        var late = life.Told<Change.FiledLate>().Single();
        Assert.Equal(LegalEffect.ServiceNorm, late.Source.Effect);
        Assert.Equal("change-filing/2", late.Procedure);
    }

    [Fact]
    public void BJ_24_StillQualified_TheRecognitionGoesOn_UnderTheSuccessor()
    {
        var life = Recognised().Until("2024-10-21").Does(Operator, "file-change", Zone, Many("kind", "并购"), Date("happened", "2024-10-15"));
        Assert.Equal("not-attested", life.Refused(Office, "still-qualifies", Zone, d => d with { Attested = [] }).Rule);

        life.Does(Office, "still-qualifies", Zone, Text("successor", "other-operator"));

        Assert.Equal("recognised", life.State.Standing);
        life.Until("2025-01-15");
        Assert.Equal("not-yours", life.Refused(Operator, "file", Zone).Rule);
        life.Does(OtherOperator, "file", Zone);
    }

    [Fact]
    public void BJ_24_NoLongerQualified_TheRecognitionEnds_AndTheBanIsForTheOfficeToSay()
    {
        var life = Recognised().Until("2024-10-21").Does(Operator, "file-change", Zone, Many("kind", "破产"), Date("happened", "2024-10-15"))
            .Does(Office, "no-longer", Zone).Until("2024-10-22").Does(Office, "serve", Zone, Date("served", "2024-10-22")).Until("2024-11-05");
        Assert.Equal(["bars"], life.Refused(Office, "uphold", Zone, Date("dated", "2024-11-05")).Details.Select(d => d.Name));

        life.Does(Office, "uphold", Zone, Date("dated", "2024-11-05"), Flag("bars", false));

        Assert.Equal(("terminated", "unqualified"), (life.State.Standing, life.State.Outcomes.Single()));
        Assert.Empty(life.World.Bans);
        Assert.Equal("不适用", life.Told<Change.DiscretionUsed>().Single(d => d.Question == "bars").Chosen);
    }

    private static BeijingLife FailedAgain() => Recognised().Until("2025-03-12").Acts(Office, "fail", d => d with { Procedure = "assessment/2025" })
        .Until("2025-03-20").Does(Office, "serve", Zone, Date("served", "2025-03-20")).Until("2025-09-30")
        .Acts(Office, "fail", d => d with { Procedure = "rectification/1" });
}
