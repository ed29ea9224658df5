using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>LN-09 to LN-13 and LN-20: the term, the plan, its changes, and what must be reported.</summary>
public sealed class ConstructionTests
{
    [Fact]
    public void LN_09_TheTitle_IsTheZonesFromTheDayOfDesignation()
    {
        var life = Chapters.DesignatedOn("2025-05-06");

        Assert.True(Policy.Cases["zone"].Standing(life.State.Standing).Public);
        Assert.Contains(Policy.Clauses, c => c is { Article: "第十条", Role: "zone-body" });
    }

    [Theory]
    [InlineData("2025-04-22", "2027-04-22")]
    [InlineData("2025-05-08", "2027-05-08")]
    [InlineData("2024-02-29", "2026-02-28")]
    public void LN_10_TheTerm_IsTwoYearsToTheDayAndDoesNotRoll(string designated, string end) =>
        Assert.Equal(end, $"{Chapters.DesignatedOn(designated).State.Marks["term-end"].Date:yyyy-MM-dd}");

    [Fact]
    public void LN_10_TheEndOfTheTerm_ByItselfChangesNoStanding()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2030-01-01");

        Assert.Equal("constructing", life.State.Standing);
        Assert.Single(life.Told<Change.StandingChanged>(c => c.To == "constructing"));
    }

    [Theory]
    [InlineData("2025-04-22", "2025-06-23")]
    [InlineData("2025-12-31", "2026-02-28")]
    [InlineData("2025-12-29", "2026-02-28")]
    [InlineData("2025-08-01", "2025-10-09")]
    public void LN_11_ThePlan_IsDueTwoMonthsFromTheDayOfDesignation(string designated, string due)
    {
        var plan = Chapters.DesignatedOn(designated).Owed("formal-plan/once").Due;

        Assert.Equal((due, LegalEffect.Statutory), ($"{plan.Last:yyyy-MM-dd}", plan.Source.Effect));
    }

    [Fact]
    public void LN_11_ThePlan_IsSettledByFilingWithTheCityAndInForceOnceForwarded()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2025-07-07T23:59:59").Does(Body, "file");

        Assert.Equal(OccurrenceState.Settled, life.State.Past["formal-plan/once"]);
        Assert.Null(life.State.Plan);
        life.Until("2025-07-10").Does(City, "forward");
        Assert.Equal((1, "formal-plan"), (life.State.Plan!.Version, life.State.Plan.Document.Slot));
    }

    [Fact]
    public void LNA5_ThePlan_MayComeBackForCorrectionAndNeedsNobodysApproval()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2025-06-16").Does(Body, "file").Does(City, "return")
            .Until("2025-06-18").Does(Body, "refile");

        Assert.Equal(OccurrenceState.Settled, life.State.Past["formal-plan/once"]);
        Assert.Equal(["forward", "return"], Policy.Procedure("formal-plan").Stage("forwarding").Transitions.Select(t => t.Word));
        life.Does(City, "forward");
        Assert.Equal(2, life.State.Plan!.Document.Version);
    }

    [Fact]
    public void LNA6_AnOverduePlan_IsTheCitysAtOnceAndTheProvincesTenWorkingDaysOn()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2025-07-25");

        Assert.Equal("2025-07-08 00:00", life.Told<Change.DeadlineMissed>().Single().At);
        Assert.Equal("2025-07-21 09:00", life.Told<Change.DeadlineEscalated>().Single().At);
        Assert.Equal(["2025-07-08 09:00 city", "2025-07-08 09:00 zone-body"], Mails(life, TellKind.Overdue));
        Assert.Equal(["2025-07-21 09:00 province"], Mails(life, TellKind.Escalation));
        life.PlanFiled();
        Assert.Equal(OccurrenceState.SettledLate, life.State.Past["formal-plan/once"]);
        Assert.Equal("constructing", life.State.Standing);
    }

    [Fact]
    public void LN_12_TheSevenTasks_StandAsClausesOfTheZone() =>
        Assert.Equal(7, Policy.Clauses.Count(c => c.Article.StartsWith("第十二条", StringComparison.Ordinal) && c.Role == "zone-body"));

    [Fact]
    public void LN_13_AChangeOfThePlan_HoldsOnlyOnceTheProvinceAgrees()
    {
        var life = Chapters.DesignatedOn("2025-05-06").PlanFiled().Until("2026-03-02").Does(Body, "request-change", Life.Text("summary", "指标调整"));

        Assert.Equal("documents-missing", life.Refused(Body, "request-change", null, d => d with { Files = [] }, Life.Text("summary", "甲")).Rule);
        life.Does(City, "forward");
        Assert.Equal(1, life.State.Plan!.Version);
        life.Does(Province, "return").Does(Body, "resubmit");
        Assert.Equal("deciding", life.StageOf("plan-change"));
        life.Does(Province, "agree");
        Assert.Equal((2, "revised-plan", 2), (life.State.Plan!.Version, life.State.Plan.Document.Slot, life.State.Plan.Document.Version));
    }

    [Fact]
    public void LN_13_ARefusedChange_LeavesThePlan()
    {
        var life = Chapters.DesignatedOn("2025-05-06").PlanFiled().Does(Body, "request-change", Life.Text("summary", "甲"))
            .Does(City, "forward").Does(Province, "refuse");

        Assert.Equal(1, life.State.Plan!.Version);
        Assert.Contains(life.World.Mails, m => m.Template == "change-refused");
    }

    [Fact]
    public void LN_13_AChange_IsNotAskedForWhileThePlanIsOwedOrTheTermAssessed()
    {
        var life = Chapters.DesignatedOn("2025-05-06");

        Assert.Equal("guard", life.Refused(Body, "request-change", null, null, Life.Text("summary", "甲")).Rule);
        life.PlanFiled().Until("2027-04-07");
        Assert.Equal("guard", life.Refused(Body, "request-change", null, null, Life.Text("summary", "甲")).Rule);
    }

    [Fact]
    public void LN_13_ACorrectionOfAChange_DoesNotOpenTheApplicationForm()
    {
        var life = Chapters.DesignatedOn("2025-05-06").PlanFiled().Does(Body, "request-change", Life.Text("summary", "甲")).Does(City, "return");

        Assert.Equal("form-closed", life.Send(Life.Zone, Body, new SignalBody.SaveAnswers(Form())).Refusal!.Rule);
    }

    [Theory]
    [InlineData("2025-08-01", "2025-08-22T23:59:59", false)]
    [InlineData("2025-08-01", "2025-08-23T00:00:00", true)]
    [InlineData("2026-01-30", "2026-02-27T23:59:59", false)]
    [InlineData("2026-01-30", "2026-02-28T00:00:00", true)]
    public void LN_20_AChange_IsReportedWithinFifteenWorkingDays(string happened, string filed, bool late)
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until(filed)
            .Does(Body, "report-change", Life.Many("kind", "运营管理机构"), Life.Date("happened", happened));

        Assert.Equal(late, life.Told<Change.FiledLate>().Any());
        life.Does(City, "forward");
        Assert.Equal("done", life.State.Ended["change-report/1"]);
    }

    [Fact]
    public void LN_20_AChangeReport_IsOneOfFourKindsAndOfSomethingThatHasHappened()
    {
        var life = Chapters.DesignatedOn("2025-05-06").Until("2025-08-01");

        Assert.Equal("inputs-wrong", life.Refused(Body, "report-change", null, null, Life.Many("kind", "改名"), Life.Date("happened", "2025-07-31")).Rule);
        Assert.Equal("inputs-wrong", life.Refused(Body, "report-change", null, null, Life.Many("kind", "运行机制"), Life.Date("happened", "2025-08-02")).Rule);
        Assert.Equal("inputs-wrong", life.Refused(Body, "report-change", null, null, Life.Many("kind", "运行机制"), Life.Date("happened", "2025-05-05")).Rule);
    }

    [Fact]
    public void LNA16_LateIsJudgedFromTheDayOfTheActByDefault()
    {
        Assert.Equal("changed", Policy.Procedure("change-report").OpenedBy!.Late!.From);
        Assert.Equal("changed", Chapters.DesignatedOn("2025-05-06").Until("2025-09-01")
            .Does(Body, "report-change", Life.Many("kind", "运行机制"), Life.Date("happened", "2025-08-01")).Told<Change.FiledLate>().Single().Change.Mark);
    }

    [Fact]
    public void LNA17_OneEvent_MayBeReportedAndAskedForAtOnce()
    {
        var life = Chapters.DesignatedOn("2025-05-06").PlanFiled().Until("2025-08-01").Does(Body, "request-change", Life.Text("summary", "甲"))
            .Does(Body, "report-change", Life.Many("kind", "运营管理机构"), Life.Date("happened", "2025-07-31"))
            .Does(Body, "report-change", Life.Many("kind", "运行机制"), Life.Date("happened", "2025-07-31"));

        Assert.Equal(["plan-change/1", "change-report/1", "change-report/2"], life.State.Procedures.Select(p => p.Id));
    }

    private static IEnumerable<string> Mails(Life life, TellKind kind) =>
        life.World.Mails.Where(m => m.Kind == kind).Select(m => $"{Life.Local(m.NotBefore)} {m.To.Role}").Order(StringComparer.Ordinal);
}
