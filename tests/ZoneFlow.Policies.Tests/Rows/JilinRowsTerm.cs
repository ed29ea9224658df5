using ZoneFlow.Core.Cases;
using static ZoneFlow.Policies.Tests.Rows.JilinLife;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>JL-06 and JL-07, JL-13 to JL-17: the yearly deliveries, inspections, and what the text only says.</summary>
public sealed class JilinRowsTerm
{
    [Fact]
    public void JL_06_SummaryAndPlan_AreOwedToCityAndProvinceAndSettledWhenBothHaveThem()
    {
        var life = Designated().Until("2019-02-20");
        Assert.Equal(new DateOnly(2019, 4, 1), life.Owed("annual-report/2019").Due.Last);
        Assert.Equal("documents-missing", life.Refused(County, "deliver-to-city", files: ["summary"]).Rule);

        life.Does(County, "deliver-to-city");
        Assert.Contains(life.State.Occurrences, o => o.Id == "annual-report/2019");
        Assert.Equal("no-such-action", life.Refused(County, "deliver-to-city", procedure: "annual-report/2019").Rule);

        life.Does(County, "deliver-to-province");
        Assert.Equal(OccurrenceState.Settled, life.State.Past["annual-report/2019"]);
    }

    [Theory]
    [InlineData("deliver-to-city", "deliver-to-province")]
    [InlineData("deliver-to-province", "deliver-to-city")]
    public void JL_06_EachDelivery_IsTrackedWithItsPapersAndItsReceipt(string first, string second)
    {
        var life = Designated().Until("2019-02-20").Does(County, first).Until("2019-03-04").Does(County, second);
        Assert.Equal(4, life.Told<Change.DocumentFiled>().Count(d => d.Document.Slot is "summary" or "year-plan"));
        Assert.Equal(
            [$"{first.Replace("deliver", "delivered", StringComparison.Ordinal)}", $"{second.Replace("deliver", "delivered", StringComparison.Ordinal)}"],
            life.Told<Change.LetterIssued>().Select(l => l.Template).Where(t => t.StartsWith("delivered", StringComparison.Ordinal)));
        Assert.Equal("receiving", life.StageOf("annual-report"));
        life.Does(Province, "acknowledge");
        Assert.Equal("receiving", life.StageOf("annual-report"));
        life.Does(City, "acknowledge");
        Assert.Equal("done", life.State.Ended["annual-report/2019"]);
    }

    [Fact]
    public void JL_06_OneDeliveryInTimeAndOneLate_IsLate()
    {
        var life = Designated().Until("2019-03-20").Does(County, "deliver-to-province").Until("2019-04-02").Does(County, "deliver-to-city");
        Assert.Equal(OccurrenceState.SettledLate, life.State.Past["annual-report/2019"]);
        Assert.Contains(life.World.Mails, m => m is { Kind: TellKind.Overdue, To: { Role: "county" } });
        Assert.Contains(life.World.Mails, m => m is { Kind: TellKind.Overdue, To: { Role: "city", Region: "长春市" } });
    }

    [Fact]
    public void JL_07_AnExchange_IsTheProvincesAndAsItSeesFit()
    {
        var life = Designated();
        Assert.Equal("not-yours", life.Refused(City, "organise-exchange").Rule);
        life.Does(Province, "organise-exchange");
        Assert.Single(life.Told<Change.ActionTaken>(), a => a.Finding == "视情况");
        Assert.Null(life.DueOf("exchange"));
        life.Does(Province, "held");
        Assert.Equal("done", life.State.Ended["exchange/1"]);
    }

    [Fact]
    public void JL_13_ProvinceAndCity_InspectAndTheOneWhoBeganRecordsIt()
    {
        var life = Designated();
        Assert.Equal("not-yours", life.Refused(OtherCity, "open-inspection").Rule);
        life.Does(City, "open-inspection").Does(Province, "open-inspection");
        Assert.Equal("not-yours", life.Refused(Province, "conclude", procedure: "inspection/1").Rule);
        life.Does(City, "conclude", procedure: "inspection/1").Does(Province, "conclude", procedure: "inspection/2");
        Assert.Equal(2, life.Told<Change.LetterIssued>().Count(l => l.Template == "inspected"));
        Assert.Equal("constructing", life.State.Standing);
    }

    [Fact]
    public void JL_14_TheCountysOwnSchedule_IsRemindedOfMilestoneByMilestone()
    {
        var life = Designated()
            .Does(County, "set-milestone", Text("task", "平台上线"), Date("by-when", "2018-12-20"))
            .Does(County, "set-milestone", Text("task", "引进五家机构"), Date("by-when", "2019-06-20"));
        Assert.Equal(
            [new DateOnly(2018, 12, 20), new DateOnly(2019, 6, 20)],
            life.State.Procedures.Where(p => p.Name == "milestone").Select(p => p.Due!.Last));
        life.Does(County, "reach", procedure: "milestone/1").Until("2019-06-21");
        Assert.Equal(["milestone/2/working/1"], life.Told<Change.DeadlineMissed>().Select(d => d.Deadline).Where(d => d.StartsWith("milestone", StringComparison.Ordinal)));
        Recorded("五（一）", "county");
    }

    [Fact]
    public void JL_15_GuidanceAndSupport_AreRecorded() => Recorded("五（二）", "province");

    [Fact]
    public void JL_16_MatchingFundsAndStaff_AreRecorded() =>
        Assert.Contains(Policy.Clauses, c => c.Article == "五（二）" && c.Role == "county" && c.Text.Zh.Contains("落实配套资金和政策", StringComparison.Ordinal));

    [Theory]
    [InlineData("三（一）", "规划")]
    [InlineData("三（二）", "品牌机构")]
    [InlineData("三（三）", "供求对接")]
    [InlineData("三（四）", "紧缺人才")]
    [InlineData("三（五）", "联合工作机制")]
    public void JL_17_TheFiveTasks_AreRecordedForTheCounty(string article, string words) =>
        Assert.Contains(Policy.Clauses, c => c.Article == article && c.Role == "county" && c.Text.Zh.Contains(words, StringComparison.Ordinal));

    private static void Recorded(string article, string role) => Assert.Contains(Policy.Clauses, c => c.Article == article && c.Role == role);
}
