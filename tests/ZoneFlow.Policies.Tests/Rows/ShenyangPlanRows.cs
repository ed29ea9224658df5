using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using static ZoneFlow.Policies.Tests.Rows.PlanLife;
using static ZoneFlow.Policies.Tests.Rows.Shenyang;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>Shenyang's growth goals, safeguards, fund rule and the defaults that change what happens.</summary>
public sealed class ShenyangPlanRows
{
    private static readonly Actor Market = Unit("market-supervision");

    [Fact]
    public void SY_Safeguards_WithoutALead_WaitForOneAndHoldUpNothingElse()
    {
        var life = Opened().Activated().Until("2021-01-04");

        Assert.Equal(["s1", "s2", "s3", "s4", "s5", "t15", "t17"], life.State.Items.Where(i => i.State == "blocked").Select(i => i.Key).Order());
        Assert.Equal(18, life.Owed("progress/2021-1")!.Owing.Length);
        Assert.Equal("finance-bureau market-supervision districts", string.Join(' ', life.Pack.Item("s3")!.Responsible));
        Assert.Equal("沈阳市知识产权运营服务体系建设专项资金管理办法", life.Pack.Item("s3")!.Instruments.Single().Label.Zh);
        life.Names("s3", "finance-bureau").Does(Unit("finance-bureau"), "submit-instrument", null,
            Text("item", "s3"), Text("instrument", "funds-measures"), Date("dated", "2021-01-04"));
    }

    [Fact]
    public void SY_GrowthGoals_PledgeLoans_AreJudgedAsYearlyAverageFrom2018()
    {
        var life = Opened().Activated();
        life.Does(Market, "file-baseline", null, Text("item", "t12"), Measures(("pledge-amount", 100), ("pledge-count", 50)));
        Assert.Equal(AchievementState.BaselineMissing, life.Achieved("t12", "pledge-amount", "2023-12-31").State);
        life.Does(Centre, "confirm-baseline");
        Assert.Equal(AchievementState.NotMeasured, life.Achieved("t12", "pledge-amount", "2023-12-31").State);

        // 100 × 1.3^5 = 371.293 and 50 × 1.3^5 = 185.6465 in 2023, five years after 2018.
        life.Until("2023-07-03").Reported("t12", "2023-2", Market, Centre, ("pledge-amount", 171.293m), ("pledge-count", 100))
            .Until("2024-01-02").Reported("t12", "2024-1", Market, Centre, ("pledge-amount", 200), ("pledge-count", 85.6464m));

        Assert.Equal(new Achievement(AchievementState.Met, 371.293m, 371.29300m), life.Achieved("t12", "pledge-amount", "2023-12-31"));
        Assert.Equal(AchievementState.NotMet, life.Achieved("t12", "pledge-count", "2023-12-31").State);
    }

    [Fact]
    public void SY_GrowthGoals_ABaselineOfZero_IsRefusedByItsField()
    {
        var refusal = Opened().Activated().Refused(Market, "file-baseline", null, Text("item", "t12"), Measures(("pledge-amount", 0), ("pledge-count", 50)));

        Assert.Equal(("inputs-wrong", "pledge-amount"), (refusal.Rule, Assert.Single(refusal.Details).Name));
    }

    [Fact]
    public void SY_FundRule_ShortAtBudgetAndPayment_WarnsAndBlocksOnlyTheYearsClose()
    {
        var life = Opened().Activated().Until("2020-10-12");
        life.Does(Finance, "record-budget", null, Funds("2020-10-12", 100, 39.99m, 40));
        var warned = Assert.Single(life.Told<Change.FundShareShort>());
        Assert.Equal(("cluster", "budget", 2020, 39.99m, 100m), (warned.Rule, warned.As, warned.Year, warned.Part, warned.Whole));
        Assert.Equal(["finance", "leading-group"], life.World.Mails.Where(m => m.Template == "fund-warning").Select(m => m.To.Role).Order());

        life.Until("2020-11-02").Does(Finance, "record-payment", null, Funds("2020-11-02", 60, 20, 30));
        Assert.Equal(2, life.Told<Change.FundShareShort>().Count());
        life.Until("2020-12-01").Does(Finance, "record-payment", null, Funds("2020-12-01", 40, 20, 10));
        Assert.Equal(2, life.Told<Change.FundShareShort>().Count());

        life.Until("2021-01-04");
        Assert.Equal("guard", life.Refused(Finance, "close-in-breach").Rule);
        life.Does(Finance, "close-year");
        Assert.Equal(OccurrenceState.Settled, life.State.Past["year-close/2021"]);
        Assert.Equal("inputs-wrong", life.Refused(Finance, "record-payment", null, Funds("2020-12-31", 1, 1, 1)).Rule);
    }

    [Fact]
    public void SY_FundRule_BrokenAtTheYearsEnd_ClosesOnlyInBreachWithReasonAndSecondFactor()
    {
        var life = Opened().Activated().Until("2020-11-02").Does(Finance, "record-budget", null, Funds("2020-10-12", 100, 40, 40))
            .Does(Finance, "record-payment", null, Funds("2020-11-02", 100, 39.99m, 40)).Until("2021-01-04");

        var refusal = life.Refused(Finance, "close-year");
        Assert.Equal("guard", refusal.Rule);
        Assert.Contains("39.99%", refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Equal("reason-required", life.Try(Finance, "close-in-breach", null, d => d with { Reason = null }).Refusal!.Rule);
        Assert.Equal("second-factor", life.Try(Finance with { SecondFactor = false }, "close-in-breach").Refusal!.Rule);
        life.Does(Finance, "close-in-breach");
        Assert.Equal("breach", life.State.Ended["year-close/2021"]);
        Assert.Contains(life.World.Mails, m => m is { Template: "fund-breach", To.Role: "leading-group" });
    }

    [Fact]
    public void SY_FundRule_APartLargerThanItsWhole_IsRefusedByField()
    {
        var refusal = Opened().Activated().Until("2020-10-12").Does(Finance, "record-budget", null, Funds("2020-10-12", 100, 40, 40))
            .Refused(Finance, "record-payment", null, Funds("2020-10-12", 100, 101, 40));

        Assert.Equal("cluster-funds", Assert.Single(refusal.Details).Name);
    }

    [Fact]
    public void SY_A1_TheEnd_IsChosenAtActivation()
    {
        Assert.Equal(Day("2023-12-31"), Opened().Activated().State.Marks["ends"].Date);
        Assert.Equal(Day("2023-09-28"), Opened().Activated("2023-09-28").State.Marks["ends"].Date);
        Assert.Equal("inputs-wrong", Opened().Refused(Leading, "activate", null, Text("ends", "2025-12-31")).Rule);
        Assert.Equal(LegalEffect.ServiceNorm, Opened().Pack.Procedure("programme").Stage("running").Source!.Effect);
    }

    [Fact]
    public void SY_A2_BaselinesTheTextDoesNotName_AreDefaults()
    {
        var item = Opened().Pack.Item("t06")!;

        Assert.All(["transfers", "contracts"], n => Assert.Equal(2019, item.Indicator(n)!.Baseline!.Value));
        Assert.All(["transfers", "contracts"], n => Assert.Contains("文本未定基数年", item.Indicator(n)!.Source.Default, StringComparison.Ordinal));
        Assert.DoesNotContain("基数年", Opened().Pack.Item("t12")!.Indicator("pledge-amount")!.Source.Default, StringComparison.Ordinal);
    }

    [Fact]
    public void SY_A3_YearlyAverageGrowth_RunsToTheLastFullYear()
    {
        var rule = Opened().Pack.Item("t12")!.Indicator("pledge-count")!;
        MeasuredValue[] values = [Value("baseline", "2018-12-31", 100), Value("2020-2", "2020-06-30", 80), Value("2021-1", "2020-12-31", 89), Value("2021-2", "2021-06-30", 500)];

        // 100 × 1.3² = 169 for 2020; the half of 2021 counts only when the year is over.
        Assert.Equal(new Achievement(AchievementState.Met, 169, 169.00m), Achievement.Of(rule, "t12", values, Day("2021-09-30")));

        static MeasuredValue Value(string period, string asOf, decimal number) => new("t12", "pledge-count", period, Day(asOf), number, true);
    }

    [Fact]
    public void SY_A4_ARestatedTarget_IsOneIndicatorWithTwoCitationsAndTheStricterWins()
    {
        var certified = Opened().Pack.Item("t08")!.Indicator("certified")!;
        Assert.Equal(["二(三)8", "一(三)"], certified.Targets.Select(t => t.Source.Article));
        Assert.Equal((200m, Day("2022-12-31")), (certified.Target!.Bound, certified.Target.Due!.Value));

        var stricter = certified with { Targets = [certified.Targets[0], certified.Targets[1] with { Bound = 210 }] };
        Assert.Equal((210m, Day("2022-12-31")), (stricter.Target!.Bound, stricter.Target.Due!.Value));
    }

    [Fact]
    public void SY_A5_AnUnnamedLead_IsNamedFromTheDistrictsAndBlocksThatTaskOnly()
    {
        var life = Opened().Activated();
        var refusal = life.Refused(Leading, "name-lead", null, Many("items", "t15"), Many("lead", "market-supervision"), Many("responsible"));
        Assert.Equal("lead", Assert.Single(refusal.Details).Name);
        Assert.Equal("inputs-wrong", life.Refused(Leading, "name-lead", null, Many("items", "t15"), Many("lead", "districts"), Many("responsible")).Rule);
        Assert.Equal("inputs-wrong", life.Refused(Leading, "name-lead", null, Many("items", "t01"), Many("lead", "heping"), Many("responsible")).Rule);

        life.Until("2021-03-01").Names("t15", "heping").Until("2021-07-01");
        Assert.Equal("blocked", life.State.Item("t17")!.State);
        Assert.DoesNotContain("t15", life.Owed("progress/2021-1")!.Owing);
        Assert.Contains("t15", life.Owed("progress/2021-2")!.Owing);
    }

    [Fact]
    public void SY_A6_TwoLeads_AreBothToldAndEitherMayReport()
    {
        var life = Opened().Activated().Until("2021-01-04");
        var told = life.Mails(TellKind.Task, "progress/2021-1").ToDictionary(m => m.To.Region!, m => m.Values["items"]);
        Assert.Equal("建立实施科学统计制度", told["innovation-centre"]);
        Assert.Contains("建立实施科学统计制度", told["market-supervision"], StringComparison.Ordinal);

        life.Reports("t10", "2021-1", Market);
        Assert.DoesNotContain("t10", life.Owed("progress/2021-1")!.Owing);
    }

    [Fact]
    public void SY_A7_TheSecondShare_IsOfCentralFundsAndMayOverlap()
    {
        var pack = Opened().Pack;
        Assert.All(pack.Funds, f => Assert.Equal("central-funds", f.Of));
        Assert.Equal([LegalEffect.Statutory, LegalEffect.ServiceNorm], pack.Funds.Select(f => f.Source.Effect));

        var life = Opened().Activated().Until("2020-11-02").Does(Finance, "record-budget", null, Funds("2020-10-12", 100, 40, 40))
            .Does(Finance, "record-payment", null, Funds("2020-11-02", 100, 70, 70));
        Assert.Empty(life.Told<Change.FundShareShort>());
    }

    [Fact]
    public void SY_A8_MarkedlyImproved_IsTakenInWordsAndNotAsANumber()
    {
        var life = Opened().Activated().Until("2021-01-04");

        var refusal = life.Refused(Market, "report", "progress/2021-1.t10", Measures(("dense-value", 5), ("gi-value", 5)));
        Assert.Equal(["dense-value", "gi-value"], refusal.Details.Select(d => d.Name));
        life.Reported("t10", "2021-1", Market, Centre);
        Assert.Equal(AchievementState.Narrative, life.Achieved("t10", "dense-value", "2023-12-31").State);
    }

    [Fact]
    public void SY_A9_TheReportingRound_IsHalfYearlyAndANorm_RemindedThenOverdueThenEscalated()
    {
        var life = Opened().Activated().Until("2021-03-01");

        Assert.Equal(LegalEffect.ServiceNorm, life.Pack.Duty("progress").Source.Effect);
        Assert.Equal(3, life.Mails(TellKind.Reminder, "progress/2021-1").Count(m => m.To.Region == "hunnan"));
        Assert.Equal("开展知识产权证券化工作、搭建知识产权运营服务平台", life.Mails(TellKind.Overdue, "progress/2021-1").Single(m => m.To.Region == "hunnan").Values["items"]);
        Assert.Single(life.Mails(TellKind.Overdue, "progress/2021-1"), m => m.To.Role == "centre");
        Assert.Equal("leading-group", Assert.Single(life.Mails(TellKind.Escalation, "progress/2021-1")).To.Role);
        life.Reports("t13", "2021-1", Unit("hunnan"), ("securities", 0));
        Assert.Equal(OccurrenceState.SettledLate, life.Told<Change.ItemAnswered>().Single().State);
        Assert.Null(life.Owed("progress/2020-2"));
    }

    [Fact]
    public void SY_A10_By2022_IsTheEndOfThatYear()
    {
        var life = Opened().Activated().Until("2023-01-03").Reported("t08", "2023-1", Market, Centre, ("certified", 199), ("advantaged", 100));
        life.Until("2023-07-03").Reported("t08", "2023-2", Market, Centre, ("certified", 220), ("advantaged", 100));

        Assert.Equal(AchievementState.NotMet, life.Achieved("t08", "certified", "2023-12-31").State);
        Assert.Equal(AchievementState.Met, life.Achieved("t08", "advantaged", "2023-12-31").State);
    }

    [Fact]
    public void SY_A11_ThreePercent_IsAStatementAndNoTarget()
    {
        var pack = Opened().Pack;

        Assert.Contains(pack.Clauses, c => c.Article == "二(四)12" && c.Text.Zh.Contains("3%", StringComparison.Ordinal));
        Assert.DoesNotContain(pack.Item("t12")!.Indicators, i => i.Target!.Bound == 3);
    }

    [Fact]
    public void SY_RunningTotal_FallingBelowTheOneVerified_IsRefused()
    {
        var life = Opened().Activated().Until("2021-01-04").Reported("t11", "2021-1", Market, Centre, ("alliances", 3)).Until("2021-07-01");

        Assert.Equal("alliances", Assert.Single(life.Refused(Market, "report", "progress/2021-2.t11", life.Values("t11", ("alliances", 2))).Details).Name);
    }

    [Fact]
    public void SY_AUnitMergedAway_IsReplacedWithAReasonAndTheNewOneOwes()
    {
        var life = Opened().Activated().Until("2021-03-01").Does(
            Leading, "change-lead", null, Many("items", "t13"), Many("lead", "shenbei"), Many("responsible")).Until("2021-07-01");

        Assert.Contains("开展知识产权证券化工作", life.Mails(TellKind.Task, "progress/2021-2").Single(m => m.To.Region == "shenbei").Values["items"], StringComparison.Ordinal);
        Assert.Equal("not-yours", life.Refused(Unit("hunnan"), "report", "progress/2021-2.t13", life.Values("t13")).Rule);
    }

    [Fact]
    public void SY_State_WithEveryTaskOwingAndUnderVerification_StaysSmall()
    {
        var life = Opened().Activated().Until("2021-01-04");
        foreach (var item in life.Owed("progress/2021-1")!.Owing)
        {
            life.Reports(item, "2021-1", Unit(life.Pack.Item(item)!.Lead[0]));
        }

        var busiest = JsonSerializer.SerializeToUtf8Bytes(life.State, CaseJson.Stored.CaseState).Length;
        foreach (var procedure in life.State.Procedures.Where(p => p.Name == "progress").ToList())
        {
            life.Does(Centre, "verify", procedure.Id);
        }

        var calm = JsonSerializer.SerializeToUtf8Bytes(life.State, CaseJson.Stored.CaseState).Length;
        Assert.InRange(calm, 1, 8 * 1024);
        Assert.InRange(busiest, calm, 40 * 1024);
    }

    private static (string Name, FieldValue Value)[] Funds(string day, decimal central, decimal cluster, decimal market) =>
        [Date("dated", day), Money("central-funds", central), Money("cluster-funds", cluster), Money("market-funds", market)];
}
