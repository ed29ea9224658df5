using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>LN-15 to LN-18: the assessment at the end of the term and what follows from it.</summary>
public sealed class AssessmentTests
{
    private static Life Term() => Chapters.DesignatedOn("2025-05-06").PlanFiled();

    [Fact]
    public void LN_15_TheAssessment_OpensThirtyDaysBeforeTheTermEndsAndIsDueSixtyDaysAfter()
    {
        var life = Term().Until("2027-04-06T00:00:01");

        var opened = life.Told<Change.OccurrenceOpened>(o => o.Occurrence.Duty == "final-assessment").Single();
        Assert.Equal("2027-04-06 00:00", opened.At);
        Assert.Equal((new DateOnly(2027, 7, 5), LegalEffect.ServiceNorm), (opened.Change.Occurrence.Due.Last, opened.Change.Occurrence.Due.Source.Effect));
        Assert.Equal(new DateOnly(2027, 5, 6), life.Running("final-assessment").Due!.Last);
    }

    [Fact]
    public void LN_15_NoGrade_BeforeTheTermIsOver()
    {
        var life = Term().Until("2027-04-20").Does(Body, "file", null, d => d with { Procedure = "final-assessment/once" }).Until("2027-05-06T23:00:00");

        var refusal = life.Refused(Province, "fail");
        Assert.Equal("guard", refusal.Rule);
        Assert.Contains("2027-05-06", refusal.Message.Zh, StringComparison.Ordinal);
        life.Until("2027-05-07T00:00:00").Does(Province, "pass", Life.Date("dated", "2027-05-07"));
    }

    [Fact]
    public void LN_15_AZoneThatFilesNoSelfReport_IsAssessedWithoutOne()
    {
        var life = Term().Until("2027-06-01");

        Assert.Equal("self-reporting", life.StageOf("final-assessment"));
        Assert.Equal("2027-05-07 00:00", life.Told<Change.DeadlineMissed>(m => m.Deadline.StartsWith("final", StringComparison.Ordinal)).Single().At);
        Assert.Equal("assessing", life.Does(Province, "skip").StageOf("final-assessment"));
        Assert.Contains(life.World.Mails, m => m is { Kind: TellKind.Task, Procedure: "final-assessment/once" } && m.To.Role == "province");
    }

    [Fact]
    public void LN_16_APass_MakesTheZoneOperateWithItsPlaque()
    {
        var life = Term().Assessing().Until("2027-05-10");

        Assert.Equal("inputs-wrong", life.Refused(Province, "pass", null, null, Life.Date("dated", "2027-05-05")).Rule);
        life.Does(Province, "pass", Life.Date("dated", "2027-05-08"));

        Assert.Equal(("operating", new DateOnly(2027, 5, 8)), (life.State.Standing, life.State.Marks["assessed"].Date));
        Assert.Equal(["plaque"], life.State.Flags);
        Assert.Contains(life.World.Mails, m => m.Template == "plaque");
    }

    [Fact]
    public void LN_17_AFailure_LeadsToRectificationOfSixMonthsFromService()
    {
        var life = Term().Rectifying("2027-05-12");

        var due = life.Running("rectification").Due!;
        Assert.Equal(("rectify-from", new DateOnly(2027, 5, 12), new DateOnly(2027, 11, 12)), (due.Anchor, due.Day0, due.Last));
        Assert.Equal(LegalEffect.Statutory, due.Source.Effect);
        Assert.Equal("constructing", life.State.Standing);
    }

    [Theory]
    [InlineData("3mo", null, true)]
    [InlineData("6mo", null, true)]
    [InlineData("100d", null, true)]
    [InlineData("2mo", null, false)]
    [InlineData("7mo", null, false)]
    [InlineData("7mo", "基础设施工期较长", true)]
    public void LNA11_TheTimeToRectify_IsThreeToSixMonthsAndOutsideNeedsAReason(string window, string? reason, bool accepted)
    {
        var life = Term().Failed().Until("2027-05-12");

        var decision = life.Try(Province, "serve", null, d => d with { Reason = reason }, Life.Date("served", "2027-05-11"), Life.Span("window", window));

        Assert.Equal(accepted, decision.Accepted);
        Assert.Equal(accepted ? 1 : 0, life.Told<Change.DiscretionUsed>(d => d.Question == "window").Count());
    }

    [Fact]
    public void LN_17_ARectificationReport_BringsTheZoneBeforeTheProvinceAgain()
    {
        var life = Term().Rectifying().Until("2027-09-01").Does(Body, "report");

        Assert.Equal("reassessing", life.StageOf("reassessment"));
        life.Does(Province, "pass", Life.Date("dated", "2027-09-01"));
        Assert.Equal("operating", life.State.Standing);
        Assert.Equal(["plaque"], life.State.Flags);
    }

    [Fact]
    public void LN_17_WhenTheTimeIsUp_TheProvinceAssessesAtTheNextOpening()
    {
        var life = Term().Rectifying().Until("2027-11-16");

        Assert.Equal("2027-11-15 09:00", life.Told<Change.ProcedureStarted>(p => p.Name == "reassessment").Single().At);
        Assert.Equal("constructing", life.State.Standing);
    }

    [Fact]
    public void LNA13_DuringRectification_TheTitleStaysUnderAFlagAndNoPlaqueIsGiven()
    {
        var life = Term().Rectifying();

        Assert.True(Policy.Cases["zone"].Standing(life.State.Standing).Public);
        Assert.Equal(["rectifying"], life.State.Flags);
    }

    [Fact]
    public void LNA12_ASecondFailure_LeadsToTheEndingAndNotToAnotherRectification()
    {
        var life = Term().Rectifying().Does(Body, "report").Does(Province, "fail");

        Assert.Equal(["ending/failed"], life.State.Procedures.Select(p => p.Id));
        Assert.Equal("constructing", life.State.Standing);
    }

    [Fact]
    public void LN_18_FailedRectification_IsTold_Heard_AndRevokedWithAnAnnouncement()
    {
        var life = Term().Rectifying().Until("2027-08-02").Does(Body, "report").Does(Province, "fail").Until("2027-08-03")
            .Does(Province, "serve", Life.Date("served", "2027-08-03"));

        Assert.Equal(new DateOnly(2027, 8, 10), life.Running("ending").Due!.Last);
        life.Until("2027-08-12");
        Assert.Equal("deciding", life.StageOf("ending"));
        Assert.Equal("2027-08-11 09:00", life.Told<Change.StageEntered>(s => s is { Procedure: "ending/failed", Stage: "deciding" }).Single().At);
        Assert.Equal("second-factor", life.Refused(Province with { SecondFactor = false }, "uphold", null, null, Life.Date("dated", "2027-08-12")).Rule);
        life.Does(Province, "uphold", Life.Date("dated", "2027-08-12"));

        Assert.Equal("revoked", life.State.Standing);
        Assert.Empty(life.State.Flags);
        Assert.Equal(["failed"], life.State.Outcomes.ToArray());
        Assert.Contains(life.Told<Change.DocumentAnnounced>(), a => a.Change.Slot == "ending-decision");
        Assert.Null(life.World.NextDue);
    }

    [Fact]
    public void LNA14_RevocationAfterRectification_IsAnnouncedToo() => Assert.Contains(
        Policy.Procedure("ending").Stage("deciding").Transitions.Single(t => t.Word == "uphold").Do, s => s is Step.Announce { Slot: "ending-decision" });

    [Fact]
    public void LN_18_ARevocationThatIsDropped_LeavesTheZoneToBeGradedAgain()
    {
        var life = Term().Rectifying().Does(Body, "report").Does(Province, "fail").Does(Province, "drop");

        Assert.Equal("dropped", life.State.Ended["ending/failed"]);
        life.Does(Province, "reassess").Does(Province, "pass", Life.Date("dated", "2027-05-12"));
        Assert.Equal("operating", life.State.Standing);
    }

    [Fact]
    public void LNA10_ALateAssessment_RemindsAndTellsTheProvinceAndEndsNothing()
    {
        var life = Term().Assessing().Until("2028-01-01");

        Assert.Equal("2027-07-06 00:00", life.Told<Change.DeadlineMissed>(m => m.Deadline == "final-assessment/once").Single().At);
        Assert.Equal("constructing", life.State.Standing);
        life.Does(Province, "pass", Life.Date("dated", "2027-12-31"));
        Assert.Equal(OccurrenceState.SettledLate, life.State.Past["final-assessment/once"]);
    }
}
