using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Plans;

/// <summary>What the ledgers of the scripted plans come to, worked out by hand from the scripts' values.</summary>
public sealed class ScriptLedgerTests
{
    [Fact]
    public void Liaoning_EachReport_IsJudgedByTheVersionInForceOnItsDay()
    {
        var (pack, state, book) = Lived("liaoning-2025", "plan-ledger");

        // Filed on 2026-01-15 under the first version, confirmed on 03-10 when the second had been in force for a day.
        Assert.Equal([1, 2], book.Values.Where(v => v.Value.Indicator == "服务机构").Select(v => v.Plan));
        Assert.Equal(Day("2026-03-09"), book.Versions[1].Since);
        Assert.True(book.Values[0].ConfirmedAt > new DateTimeOffset(2026, 3, 9, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal(new(AchievementState.Met, 20, 20), Of(pack, state, book, "服务机构", "2026-03-08").Now);
        Assert.Equal(new(AchievementState.NotMet, 20, 25), Of(pack, state, book, "服务机构", "2026-03-09").Now);

        Assert.Equal(2, Assert.Single(book.Judged).Version);
        Assert.Equal(new PlanDifference(book.Versions[0].Lines[0], book.Versions[0].Lines[0] with { Bound = 25 }), Assert.Single(PlanDifference.Between(book.Versions[0].Lines, book.Versions[1].Lines)));
    }

    [Theory]
    [InlineData("服务机构", AchievementState.NotMet, 24, 25, ScoreStanding.Missed)]
    [InlineData("培训场次", AchievementState.Met, 12, 12, ScoreStanding.Met)]
    [InlineData("专利代理量", AchievementState.Met, 800, 800, ScoreStanding.Met)]
    [InlineData("质押融资额增幅", AchievementState.Met, 1300, 1300, ScoreStanding.Met)]
    [InlineData("服务收入年均增幅", AchievementState.BaselineMissing, null, null, ScoreStanding.BaselineMissing)]
    public void Liaoning_AtTheAssessment_EveryBasisIsWhatItsValuesSay(string indicator, AchievementState expected, int? value, int? needed, ScoreStanding standing)
    {
        var (pack, state, book) = Lived("liaoning-2025", "plan-ledger");

        var score = Of(pack, state, book, indicator, "2027-06-28");

        Assert.Equal((expected, (decimal?)value, (decimal?)needed), (score.Now.State, score.Now.Value, score.Now.Needed));
        Assert.Equal(standing, score.StandingOn(Day("2027-06-28")));
    }

    // 1 710 = 405 + 420 + 435 + 450 in the quarters of 2026, against 1 000 in 2023 and 30 %; 600 = 4 × 150 against 500 and 20 %, which it just reaches.
    [Theory]
    [InlineData("filings-growth", AchievementState.Met, "1710", "1300")]
    [InlineData("grants-growth", AchievementState.Met, "600", "600")]
    [InlineData("patents", AchievementState.Met, "6100", "6000")]
    [InlineData("grants", AchievementState.Met, "840", "800")]
    [InlineData("pct", AchievementState.Met, "550", "500")]
    [InlineData("lectures", AchievementState.Met, "12", "10")]
    [InlineData("windows", AchievementState.NotMeasured, null, "11")]
    public void Xuzhou_AtItsClose_EveryBasisIsWhatItsValuesSay(string indicator, AchievementState expected, string? value, string needed)
    {
        var (pack, state, book) = Lived("xuzhou-quanshan-2024", "programme");

        var score = Of(pack, state, book, indicator, "2027-03-18");

        Assert.Equal((expected, Number(value), Number(needed)), (score.Now.State, score.Now.Value, score.Now.Needed));
        Assert.Equal(expected == AchievementState.Met ? ScoreStanding.Met : ScoreStanding.Missed, score.StandingOn(Day("2027-03-18")));
    }

    // 371.293 = 100 × 1.3⁵ from 2018 to 2023; 2 073.6 = 1 000 × 1.2⁴ and 768.32 = 200 × 1.4⁴ from 2019; two halves of 2023 are added up.
    [Theory]
    [InlineData("pledge-amount", "380", "371.293")]
    [InlineData("pledge-count", "190", "185.6465")]
    [InlineData("transfers", "2080", "2073.6")]
    [InlineData("contracts", "770", "768.32")]
    [InlineData("sme-transfers", "120", "100")]
    [InlineData("certified", "200", "200")]
    [InlineData("area", "3000", "3000")]
    public void Shenyang_AtItsClose_EveryGrowthGoalAndRestatedTargetIsReached(string indicator, string value, string needed)
    {
        var (pack, state, book) = Lived("shenyang-2020", "programme");

        var score = Of(pack, state, book, indicator, "2024-03-11");

        Assert.Equal((AchievementState.Met, Number(value), Number(needed)), (score.Now.State, score.Now.Value, score.Now.Needed));
        Assert.Equal(indicator is "certified" or "sme-transfers" ? 2 : 1, score.Rule.Targets.Length);
    }

    [Fact]
    public void Shenyang_AReportAfterItsDate_IsMarkedLateAndCountsAllTheSame()
    {
        var (_, _, book) = Lived("shenyang-2020", "reporting");

        var late = book.Values.Where(v => v.Late).ToList();

        Assert.NotEmpty(late);
        Assert.All(late, v => Assert.True(v.EnteredAt > new DateTimeOffset(2021, 2, 1, 16, 0, 0, TimeSpan.Zero)));
        Assert.Contains(book.Values, v => !v.Late);
    }

    [Fact]
    public void Shenyang_Funds_ARecoveryIsNoLongerPaidAndTheBalanceIsWhatItsEntriesSay()
    {
        var (_, _, book) = Lived("shenyang-2020", "funds");

        Assert.Equal(700m, Assert.Single(book.Funds, f => f.As == Step.RecordFunds.Recovery).Amounts["central-funds"]);
        Assert.Equal(60_000_000m, book.Sums().Single(s => s is { As: Step.RecordFunds.Payment, Year: 2021, Field: "central-funds" }).Amount);
        Assert.Equal(0m, book.Balance("central-funds"));
    }

    private static (Pack Pack, CaseState State, PlanBook Book) Lived(string policy, string script)
    {
        var pack = ShippedPacks.Load(policy).Pack!;
        var (problems, journal) = (new ProblemList(), new List<WorldEntry>());
        var path = Path.Combine(AppContext.BaseDirectory, "Scripts", policy, $"{script}.yaml");
        var wrong = ScriptRun.Run(ScriptReader.Read(File.ReadAllText(path), script, problems)!, script, pack, ChinaCalendar.Today, journal.Add);
        Assert.True(wrong is null, wrong?.ToString());
        var of = journal.First(e => e.Entry.Changes.Any(c => c is Change.CaseOpened { Kind: CaseKinds.Zone or CaseKinds.Plan })).Case;
        var own = journal.Where(e => e.Case == of).ToList();
        return (pack, own.Aggregate((CaseState?)null, (state, e) => Lifecycle.Apply(of, state, e.Entry))!, PlanLedger.Of(own.Select(e => e.Entry)));
    }

    private static IndicatorScore Of(Pack pack, CaseState state, PlanBook book, string indicator, string on) =>
        Scoreboard.Of(pack, state, book, Day(on)).Lines.Single(l => l.Rule.Name == indicator);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
