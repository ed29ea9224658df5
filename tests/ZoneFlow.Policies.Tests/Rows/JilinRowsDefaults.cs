using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using static ZoneFlow.Policies.Tests.Rows.JilinLife;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>JL-A1 to JL-A17: what the text leaves open, and the default that is shown as one.</summary>
public sealed class JilinRowsDefaults
{
    [Fact]
    public void JL_A1_TheReportsDate_IsTheLastOfMarchAsAServiceNorm()
    {
        var life = Designated("2018-12-28").Until("2019-01-02");
        Assert.Equal((new DateOnly(2019, 4, 1), LegalEffect.ServiceNorm), (life.Owed("annual-report/2019").Due.Last, life.Owed("annual-report/2019").Due.Source.Effect));
        Assert.DoesNotContain(Designated("2019-01-04").Until("2019-12-01").State.Past.Keys, id => id.StartsWith("annual-report", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1mo", "2021-07-21")]
    [InlineData("12mo", "2022-06-21")]
    public void JL_A2_TheTimeToRectify_IsChosenBetweenOneAndTwelveMonths(string window, string last) =>
        Assert.Equal(last, TermOver().Rectifying(window: window).DueOf("rectification").Last.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("20d")]
    [InlineData("13mo")]
    public void JL_A2_OutsideThose_ItIsRefused(string window) => Assert.Equal(
        "inputs-wrong", TermOver().Does(Province, "fail").Until("2021-06-21").Refused(Province, "serve", null, null, Date("served", "2021-06-21"), Span("window", window)).Rule);

    [Fact]
    public void JL_A2_SixMonths_IsThePreset() => Assert.Equal(
        "6mo", ((FieldType.Span)Policy.Procedure("rectification").Stage("noticing").Transitions[0].Ask.Single(f => f.Name == "window").Type).Preset.ToString());

    [Fact]
    public void JL_A3_NoPublicNotice_StandsInThePack() =>
        Assert.DoesNotContain(Policy.Procedures.SelectMany(p => p.Stages), s => s is StageRule.Notice);

    [Fact]
    public void JL_A4_TheDayOfDesignation_IsTheApprovalsAndSaysThatItIsADefault()
    {
        var life = Reviewed().Does(Province, "site-visit").Does(Province, "conclude").Until("2018-07-02").Does(Province, "approve", Date("dated", "2018-06-25"));
        Assert.Equal(new DateOnly(2018, 6, 25), life.State.Marks["designated"].Date);
    }

    [Fact]
    public void JL_A5_TheFullTitle_IsUsedAndTheSlipIsQuotedOnce()
    {
        Assert.All(Policy.Letters.Values, l => Assert.DoesNotContain("知识产权服务集聚发展区", l.Body.Zh, StringComparison.Ordinal));
        Assert.Single(Policy.Clauses, c => c.Article == "四（六）2" && c.Text.Zh.Contains("知识产权服务集聚发展区", StringComparison.Ordinal));
    }

    [Fact]
    public void JL_A6_Excellent_KeepsTheTitleToo() =>
        Assert.Equal("retained", TermOver().Does(Province, "excellent", Date("dated", "2021-06-16")).State.Standing);

    [Fact]
    public void JL_A7_ApplicantAndRecommenderInOne_IsFlaggedToTheCityThatSeals()
    {
        var criterion = Assert.Single(Policy.CriteriaOf(["seal"]));
        Assert.Equal(("independence", "city"), (criterion.Name, criterion.Judge));
        Assert.Contains("independence", Applied().Seals().Told<Change.ActionTaken>().Single(a => a.Action == "seal").Attested);
    }

    [Fact]
    public void JL_A8_TheSiteVisit_IsMandatory() => Assert.Equal("acts-missing", Reviewed().Refused(Province, "conclude").Rule);

    [Fact]
    public void JL_A9_TheDeliveries_AreTwo() => Assert.Equal(
        "annual-report/2019", Designated().Until("2019-02-20").Does(County, "deliver-to-province").Owed("annual-report/2019").Id);

    [Fact]
    public void JL_A10_WhichCityForwardedTheNotice_IsNotThePolicys() => Assert.Equal(12, Policy.Regions.Length);

    [Fact]
    public void JL_A11_TheReport_GoesOnAfterTheTerm()
    {
        var life = TermOver().Does(Province, "pass", Date("dated", "2021-06-16")).Until("2025-01-06");
        Assert.Contains("annual-report/2025", life.State.Occurrences.Select(o => o.Id));
    }

    [Fact]
    public void JL_A12_NoFraudNoChangeNoBan_ButADecisionWithReasons()
    {
        Assert.Empty(Policy.Bans);
        Assert.Equal(["failed"], Policy.Outcomes.Keys);
        var life = Designated().Does(Province, "open-decision", Text("matter", "运营场所搬迁")).Does(Province, "decide");
        Assert.Equal(("constructing", "done"), (life.State.Standing, life.State.Ended["other-decision/1"]));
        Assert.Contains(life.World.Mails, m => m.Template == "decided" && m.Reason is not null);
    }

    [Fact]
    public void JL_A13_TheAssessment_OpensSixtyDaysBeforeAndWantsThreeExperts()
    {
        var life = Designated().Until("2021-04-15T23:59:59");
        Assert.DoesNotContain(life.State.Procedures, p => p.Name == "final-assessment");
        life.Until("2021-04-16T00:00:00");
        Assert.Equal(new DateOnly(2021, 8, 16), life.Owed("final-assessment/once").Due.Last);
        Assert.Equal(3, ((StageRule.Panel)Policy.Procedure("final-assessment").Stage("assessing")).Rule.FewestSeats);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void JL_A14_ThreeAgencies_IsTestedAndTheRestIsJudged(int agencies, bool meets)
    {
        var life = On("2018-05-21").Opens().FillsIn(agencies);
        Assert.Equal(meets, life.Try(County, "sign").Accepted);
        Assert.All(Policy.CriteriaOf(["zone"]), c => Assert.Equal("province", c.Judge));
        Assert.Equal(7, Policy.CriteriaOf(["zone"]).Count());
    }

    [Fact]
    public void JL_A15_TheSchedule_IsTheZonesOwn() =>
        Assert.Equal(LegalEffect.ServiceNorm, ((StageRule.Task)Policy.Procedure("milestone").Stage("working")).Due.Source.Effect);

    [Theory]
    [InlineData("长山白", false)]
    [InlineData("长白山", true)]
    [InlineData("梅河口市", true)]
    [InlineData("公主岭市", true)]
    public void JL_A16_ThreeRegions_HaveAnOfficeUnderItsOwnName(string region, bool known)
    {
        Assert.Equal(known, Policy.Roles["city"].Alias.ContainsKey(region));
        Assert.Equal(known, Policy.Regions.Contains(region));
    }

    [Fact]
    public void JL_A17_SeveralKeyUnits_AllSign()
    {
        var life = On("2018-05-21").Opens(Unit, SecondUnit).FillsIn().Does(County, "sign").Does(Unit, "sign", files: []);
        Assert.Equal("drafting", life.StageOf("designation"));
        life.Does(SecondUnit, "sign", files: []);
        Assert.Equal("sealing", life.StageOf("designation"));
        Assert.Equal((1, 20), (Policy.Cases["zone"].JointWith[0].Least, Policy.Cases["zone"].JointWith[0].Most));
    }

    [Fact]
    public void JL_TheForm_IsTheAnnexInItsOrder() => Assert.Equal(
        ["封面", "申报集聚区基本情况", "知识产权服务业重点单位工作基础", "集聚发展区未来三年发展目标和规划"],
        ShippedPacks.Load("jilin-2018").Pack!.Form.Select(f => f.Section).Distinct());
}
