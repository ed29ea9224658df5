using ZoneFlow.Core.Cases;
using static ZoneFlow.Policies.Tests.Rows.JilinLife;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>JL-08 to JL-12: the three grades, what follows each, rectification and the loss of the title.</summary>
public sealed class JilinRowsAssessment
{
    [Fact]
    public void JL_08_TheAssessment_IsGradedOnlyOnceTheTermIsOver()
    {
        var life = Designated().Until("2021-05-06").Does(County, "file").SeatsAndScores().Does(Province, "conclude").Until("2021-06-15");
        Assert.Equal("guard", life.Refused(Province, "pass", null, null, Date("dated", "2021-06-15")).Rule);
        life.Until("2021-06-16").Does(Province, "pass", Date("dated", "2021-06-16"));
        Assert.Equal(OccurrenceState.Settled, life.State.Past["final-assessment/once"]);
    }

    [Fact]
    public void JL_08_ThreeGrades_AndNoOther() => Assert.Equal(
        ["excellent", "pass", "fail"], Policy.Procedure("final-assessment").Stage("grading").Transitions.Select(t => t.Word));

    [Fact]
    public void JL_08_NoMaterialByTheEndOfTheTerm_DoesNotHoldTheAssessmentUp()
    {
        var life = Designated().Until("2021-06-15");
        Assert.Equal("not-yet-due", life.Refused(Province, "skip").Rule);
        life.Until("2021-06-16").Does(Province, "skip");
        Assert.Equal("assessing", life.StageOf("final-assessment"));
    }

    [Fact]
    public void JL_09_Excellent_IsRecommendedFirst()
    {
        var life = TermOver().Does(Province, "excellent", Date("dated", "2021-06-16"));
        Assert.Equal(("retained", "recommending"), (life.State.Standing, life.StageOf("national-recommendation")));
        Assert.Contains("excellent", life.State.Flags);
        life.Does(Province, "recommend", Date("dated", "2021-06-16"));
        Assert.Equal("done", life.State.Ended["national-recommendation/1"]);
        Assert.Equal([County.Party, Unit.Party, null], life.World.Mails.Where(m => m.Template == "recommended").Select(m => m.To.Party));
    }

    [Fact]
    public void JL_10_Passed_KeepsTheTitle()
    {
        var life = TermOver().Does(Province, "pass", Date("dated", "2021-06-16")).Until("2030-01-01");
        Assert.Equal("retained", life.State.Standing);
        Assert.DoesNotContain(life.State.Procedures, p => p.Name == "national-recommendation");
    }

    [Fact]
    public void JL_11_Failed_IsRectifiedAndGradedAgain()
    {
        var life = TermOver().Rectifying();
        Assert.Equal(("constructing", new DateOnly(2021, 12, 21)), (life.State.Standing, life.DueOf("rectification").Last));
        Assert.Contains("rectifying", life.State.Flags);
        life.Does(County, "report").Does(Province, "pass", Date("dated", "2021-06-21"));
        Assert.Equal(("retained", true), (life.State.Standing, life.State.Flags.IsEmpty));
    }

    [Fact]
    public void JL_11_NothingFiledInTime_IsAssessedAgainAndTheStandingStays()
    {
        var life = TermOver().Rectifying().Until("2022-01-04");
        Assert.Equal(("constructing", "reassessing"), (life.State.Standing, life.StageOf("reassessment")));
    }

    [Fact]
    public void JL_12_FailedAgain_IsToldHeardAndLosesTheTitle()
    {
        var life = TermOver().Rectifying().Does(County, "report").Does(Province, "fail")
            .Does(Province, "serve", Date("served", "2021-06-21"));
        Assert.Equal(("constructing", new DateOnly(2021, 6, 28)), (life.State.Standing, life.DueOf("ending").Last));
        life.Does(County, "state-case").Does(Province, "uphold", Date("dated", "2021-06-21")).Until("2023-01-01");
        Assert.Equal("cancelled", life.State.Standing);
        Assert.Equal("四（六）2", life.Told<Change.OutcomeApplied>().Single().Source.Article);
        Assert.Empty(life.State.Occurrences);
        Assert.DoesNotContain(life.State.Past.Keys, id => id == "annual-report/2022");
        Assert.Empty(life.World.Bans);
    }

    [Fact]
    public void JL_12_ADroppedWithdrawal_LeavesTheZoneToBeGradedAgain()
    {
        var life = TermOver().Rectifying().Does(County, "report").Does(Province, "fail").Does(Province, "drop", procedure: "ending/failed");
        Assert.Equal("constructing", life.State.Standing);
        life.Does(Province, "reassess").Does(Province, "pass", Date("dated", "2021-06-21"));
        Assert.Equal("retained", life.State.Standing);
    }
}
