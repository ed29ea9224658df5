using System.Text;
using System.Text.RegularExpressions;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Reading;

public sealed partial class LiaoningPackTests
{
    private static readonly PackReading Read = ShippedPacks.Load("liaoning-2025");

    private static Pack Pack => Read.Pack!;

    /// <summary>Each rule of the text, in its order, and the construct that carries it.</summary>
    public static TheoryData<string, string, string> Rules => new()
    {
        { "第五条", "LN-01", "procedures/designation/stages/drafting" },
        { "第八条", "LN-02", "procedures/designation/stages/drafting/submit" },
        { "第八条", "LN-03", "procedures/designation/stages/endorsement/recommend" },
        { "第八条", "LN-04", "documents/recommendation" },
        { "第九条", "LN-05", "procedures/designation/stages/evaluation/site-visit" },
        { "第九条", "LN-06", "procedures/sitting/stages/meeting/decide" },
        { "第九条", "LN-07", "procedures/sitting/stages/notice" },
        { "第九条", "LN-08", "procedures/designation/stages/approving/approve" },
        { "第十条", "LN-09", "clauses/6" },
        { "第十条", "LN-10", "marks/term-end" },
        { "第十一条", "LN-11", "duties/formal-plan" },
        { "第十二条", "LN-12", "clauses/7" },
        { "第十三条", "LN-13", "procedures/plan-change/stages/deciding/agree" },
        { "第十四条", "LN-14", "duties/annual-report" },
        { "第十五条", "LN-15", "duties/final-assessment" },
        { "第十六条", "LN-16", "procedures/final-assessment/stages/assessing/pass" },
        { "第十六条", "LN-17", "procedures/rectification/stages/rectifying" },
        { "第十六条", "LN-18", "outcomes/failed" },
        { "第二十条", "LN-19", "procedures/revocation/opened-by" },
        { "第二十一条", "LN-20", "procedures/change-report/opened-by" },
        { "第十七条", "LN-21", "clauses/20" },
        { "第十八条", "LN-22", "clauses/21" },
        { "第十九条", "LN-23", "clauses/22" },
        { "第二十二条", "LN-24", "clauses/23" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void EachRuleOfTheText_HasItsConstruct(string article, string rule, string path)
    {
        Assert.True(Read.Positions.Has(path), $"{rule} has no '{path}'.");
        Assert.True(ArticlesAt(path).Contains(article, StringComparison.Ordinal), $"{rule}: '{path}' cites {ArticlesAt(path)} and not {article}.");
    }

    [Fact]
    public void EveryArticleCited_StandsInTheText()
    {
        var files = BrokenPack.Whole.Values.Select(Encoding.UTF8.GetString).ToList();
        var cited = files.SelectMany(f => ArticleKeys().Matches(f)).SelectMany(m => ArticleNumbers().Matches(m.Value)).Select(m => m.Value).ToHashSet();
        string[] units = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
        string[] all =
        [
            .. units, "十", .. units.Select(u => $"十{u}"), "二十", .. units.Take(4).Select(u => $"二十{u}"),
        ];
        Assert.Equal(24, all.Length);
        Assert.Empty(cited.Except(all.Select(n => $"第{n}条")));
        Assert.Empty(all.Select(n => $"第{n}条").Except(cited.Concat(files.SelectMany(f => ArticleNumbers().Matches(f)).Select(m => m.Value))));
    }

    [Fact]
    public void PublicNotice_IsFiveWorkingDaysByStatute()
    {
        var notice = Assert.IsType<StageRule.Notice>(Pack.Procedure("sitting").Stage("notice")).Rule;
        Assert.Equal((Period.Parse("5wd"), "listed", LegalEffect.Statutory), (notice.For, notice.EntriesInState, notice.Source.Effect));
        Assert.Equal(LegalEffect.ServiceNorm, notice.ObjectionSource.Effect);
    }

    [Fact]
    public void AnnualReport_IsOwedByTheEndOfFebruaryForTheYearBefore()
    {
        var duty = Pack.Duty("annual-report");
        Assert.Equal(new DutySchedule.Yearly(MonthDay.Parse("01-01"), MonthDay.Parse("02-last"), true), duty.Schedule);
        Assert.Equal(("zone", "term-end", Period.Parse("1mo"), WhenLifeEnds.Lapse), (duty.Case, duty.Until, duty.LeastOverlap, duty.WhenLifeEnds));
        Assert.Equal((LegalEffect.Statutory, LegalEffect.ServiceNorm), (duty.Source.Effect, duty.OverlapSource!.Effect));
        Assert.Equal("30d,10wd,3wd,", string.Join(',', duty.Reminders.Rungs));
    }

    [Fact]
    public void ReviewStep_IsAServiceNormWithTheNormsReminders()
    {
        var stage = Assert.IsType<StageRule.Task>(Pack.Procedure("designation").Stage("endorsement"));
        Assert.Equal(LegalEffect.ServiceNorm, stage.Due.Source.Effect);
        Assert.Equal("第八条", stage.Source!.Article);
        Assert.Equal("3wd,", string.Join(',', stage.Reminders.Rungs));
        Assert.Equal("province", Assert.Single(stage.Reminders.OverdueTell));
    }

    [Fact]
    public void Silences_StaySilent()
    {
        Assert.Empty(Pack.Bans);
        Assert.All(Pack.Outcomes.Values, o => Assert.Empty(o.Bans));
        Assert.DoesNotContain(Pack.Procedures.SelectMany(p => p.Stages).SelectMany(s => s.Transitions), t => t.Word == "extend");
        Assert.All(Pack.Duties, d => Assert.Equal("constructing", Assert.Single(d.While)));
    }

    private static string ArticlesAt(string path) => path.Split('/') switch
    {
        ["clauses", var n] => Pack.Clauses[int.Parse(n, null) - 1].Article,
        ["documents", var slot] => Pack.Documents[slot].Source.ToString(),
        ["marks", var mark] => Pack.Marks[mark].Source.ToString(),
        ["duties", var duty] => Pack.Duty(duty).Source.ToString(),
        ["outcomes", var outcome] => Pack.Outcomes[outcome].Source.ToString(),
        ["procedures", var p, "opened-by"] => Pack.Procedure(p).OpenedBy!.Act.Source!.ToString(),
        ["procedures", var p, "stages", var s] => Pack.Procedure(p).Stage(s).Source!.ToString(),
        ["procedures", var p, "stages", var s, _] => Pack.Procedure(p).Stage(s).Source!.ToString(),
        _ => "",
    };

    [GeneratedRegex("article: [^\n}]*")]
    private static partial Regex ArticleKeys();

    [GeneratedRegex("第[一二三四五六七八九十]+条")]
    private static partial Regex ArticleNumbers();
}
