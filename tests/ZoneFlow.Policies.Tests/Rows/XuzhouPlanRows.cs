using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Policies.Tests.Rows.PlanLife;
using static ZoneFlow.Policies.Tests.Rows.Xuzhou;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>Xuzhou's recurring acts, and the defaults that change what happens.</summary>
public sealed class XuzhouPlanRows
{
    [Fact]
    public void XZ_A1_TheTerm_RunsFromTheDateOfThePlanToTheEndOf2026()
    {
        var life = Opened().Begun();

        Assert.Equal((Day("2024-03-26"), Day("2026-12-31")), (life.State.Marks["started"].Date, life.State.Marks["ends"].Date));
        life.Until("2026-12-31T23:00");
        Assert.Equal("running", life.State.Procedures.Single(p => p.Name == "programme").Stage);
        life.Until("2027-01-04");
        Assert.Equal("closing", life.State.Procedures.Single(p => p.Name == "programme").Stage);
        Assert.Equal("running", life.State.Standing);
    }

    [Fact]
    public void XZ_A2_UndatedTargets_AreAdvisoryByTheEndOf2026()
    {
        var undated = Opened().Pack.Items.SelectMany(i => i.Indicators).Where(i => i.Source.Default?.StartsWith("文本未列期限", StringComparison.Ordinal) == true).ToList();

        Assert.Equal(
            ["agency-rate", "information-bodies", "lectures", "school-trainings", "standard-agencies", "streets", "training-bases"],
            undated.Select(i => i.Name).Order(StringComparer.Ordinal));
        Assert.All(undated, i => Assert.Equal((Day("2026-12-31"), LegalEffect.ServiceNorm), (i.Target!.Due!.Value, i.Target.Source.Effect)));
    }

    [Fact]
    public void XZ_A3_AFiledBaseline_StaysUnconfirmedUntilTheSupervisorConfirmsAndMayBeFiledAnew()
    {
        var life = Opened().Names("t3-1", "quanshan").Begun();
        life.Does(Quanshan, "file-baseline", null, Text("item", "t3-1"), Measures(("filings-growth", 100), ("grants-growth", 90)))
            .Does(Supervisor, "decline", "baseline/t3-1");
        Assert.Equal(AchievementState.BaselineMissing, life.Achieved("t3-1", "grants-growth", "2026-12-31").State);

        life.Does(Quanshan, "file-baseline", null, Text("item", "t3-1"), Measures(("filings-growth", 110), ("grants-growth", 95)))
            .Does(Supervisor, "confirm-baseline");
        Assert.Equal(AchievementState.NotMeasured, life.Achieved("t3-1", "grants-growth", "2026-12-31").State);
    }

    [Fact]
    public void XZ_A7_PctFilings_AccumulateWhileIncomeIsThatOf2026()
    {
        var pack = Opened().Pack;

        Assert.Equal(IndicatorBasis.Cumulative, pack.Item("t3-1")!.Indicator("pct")!.Basis);
        Assert.All(["income", "pledges", "trade"], n => Assert.Equal(IndicatorBasis.Flow, pack.Item("t3-1")!.Indicator(n)!.Basis));
    }

    [Fact]
    public void XZ_A9_SixParks_FiveNamedAndOneLeftOpen()
    {
        var parks = Opened().Pack.Clauses.Single(c => c.Article == "二(一)1").Text.Zh;

        Assert.All(["徐州软件园", "徐州科技创业园", "中国矿业大学国家大学科技园", "中关村文化创意园", "数字经济产业园"], p => Assert.Contains(p, parks, StringComparison.Ordinal));
        Assert.Contains("第六处文本未列名", parks, StringComparison.Ordinal);
    }

    [Fact]
    public void XZ_A10_NoTaskHasALead_EachWaitsForItsOwnAndNothingElse()
    {
        var life = Opened();
        Assert.All(life.State.Items, i => Assert.Equal("blocked", i.State));
        Assert.All(life.Pack.Items, i => Assert.True(i.Lead.IsEmpty && i.Responsible.IsEmpty));
        var ask = life.Pack.Procedure("programme").Anywhere.Single(t => t.Word == "name-lead").Ask.Single(f => f.Name == "lead");
        Assert.Equal("quanshan", Assert.Single(Assert.IsType<FieldType.Units>(ask.Type).Preset));

        life.Begun().Until("2024-07-01");
        Assert.Equal(OccurrenceState.Skipped, life.State.Past["progress/2024-3"]);
        life.Until("2024-07-10").Does(Leading, "name-lead", null, Many("items", "t5-1", "t6-1"), Many("lead", "quanshan"), Many("responsible", "association"));
        life.Until("2024-10-08");
        Assert.Equal(["t5-1", "t6-1"], life.Owed("progress/2024-4")!.Owing.AsEnumerable());
        Assert.Equal(["t5-1", "t6-1"], May.ItemsOf(life.Pack, life.State, Unit("association")).Select(i => i.Key));
        Assert.Equal(Relation.Stranger, May.RelationOf(life.Pack, life.State, Unit("ip-court")));
        Assert.Equal(Relation.Unit, May.RelationOf(life.Pack, life.State, Quanshan));
    }

    [Fact]
    public void XZ_A11_BulletinsAreQuarterlyAndTheDevelopmentReportIsOutBy26April()
    {
        var life = Opened().Begun().Until("2024-07-01").Does(TaskForce, "publish-bulletin");
        Assert.Equal(OccurrenceState.Settled, life.State.Past["bulletin/2024-3"]);
        Assert.Contains(life.Told<Change.DocumentAnnounced>(), a => a.Slot == "bulletin");

        life.Until("2025-01-02");
        Assert.Equal(Day("2025-04-27"), life.Owed("development-report/2025")!.Due.Last); // Saturday the 26th; Sunday the 27th is worked.
        Assert.Equal(LegalEffect.ServiceNorm, life.Owed("development-report/2025")!.Due.Source.Effect);
        life.Does(TaskForce, "publish-report");
        Assert.Contains(life.Told<Change.DocumentAnnounced>(), a => a.Slot == "development-report");
    }

    [Fact]
    public void XZ_A12_SelfReportsAreQuarterlyAndTheReviewIsYearly()
    {
        var life = Opened().Names("t5-1", "quanshan").Begun().Until("2025-02-05");

        Assert.Equal(["2024-3", "2024-4", "2025-1"], life.State.Occurrences.Where(o => o.Duty == "progress").Select(o => o.Key));
        Assert.Equal(Day("2025-03-31"), life.Owed("yearly-evaluation/2025")!.Due.Last);
        life.Does(Leading, "conclude");
        Assert.Equal(OccurrenceState.Settled, life.State.Past["yearly-evaluation/2025"]);
    }

    [Fact]
    public void XZ_SpecialFunds_AreOwedEveryYearOfTheTerm()
    {
        var life = Opened().Begun().Until("2024-05-06").Does(
            District, "appropriate", null, Date("dated", "2024-05-06"), Money("special-funds", 3_000_000.05m));
        Assert.Equal(3_000_000.05m, life.Told<Change.FundsRecorded>().Single().Amounts["special-funds"]);

        life.Until("2027-06-01");
        Assert.Equal(["2025", "2026"], life.State.Occurrences.Where(o => o.Duty == "appropriation").Select(o => o.Key));
        Assert.Contains(life.Mails(TellKind.Escalation, "appropriation/2025"), m => m.To.Role == "leading-group");
    }

    [Fact]
    public void XZ_IpDay_IsOwedEachAprilAndLapsesWithTheTerm()
    {
        var life = Opened().Begun().Until("2025-04-28").Does(TaskForce, "file-ip-day", "ip-day/2025");
        Assert.Equal(OccurrenceState.Settled, life.State.Past["ip-day/2025"]);

        life.Until("2027-06-01");
        Assert.False(life.State.Past.ContainsKey("ip-day/2027"));
        Assert.Equal(OccurrenceState.Lapsed, life.State.Past["ip-day/2026"]);
    }
}
