using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Tests.Plans;

/// <summary>Versions of a plan: which holds on a day, what a change changes, and what a table of one may not say.</summary>
public sealed class PlanVersionTests
{
    private static readonly PlanClause Agencies = new(PlanClauseKind.Indicator, "", "服务机构", "家", IndicatorBasis.Stock, null, null, false, 20, Day("2027-06-20"), null, null);

    [Fact]
    public void VersionOn_IsTheLastOneInForceThatDay_AndAPaperAloneKeepsTheLines()
    {
        var book = PlanBook.Of([
            Line(1, new Change.PlanDrafted("formal-plan/once", [Agencies])), Line(2, Adopted(1, "2025-08-13", "formal-plan/once")),
            Line(3, new Change.PlanDrafted("plan-change/1", [Agencies with { Bound = 25 }])), Line(4, Adopted(2, "2026-03-09", "plan-change/1")),
            Line(5, Adopted(3, "2026-09-01", "plan-change/2")),
        ]);

        Assert.Null(book.VersionOn(Day("2025-08-12")));
        Assert.Equal((1, 20m), (book.VersionOn(Day("2026-03-08"))!.Number, book.VersionOn(Day("2026-03-08"))!.Lines[0].Bound));
        Assert.Equal((2, 25m), (book.VersionOn(Day("2026-03-09"))!.Number, book.VersionOn(Day("2026-03-09"))!.Lines[0].Bound));
        Assert.Equal((3, 25m), (book.VersionOn(Day("2027-01-01"))!.Number, book.VersionOn(Day("2027-01-01"))!.Lines[0].Bound));
    }

    [Fact]
    public void Difference_SaysWhatIsNewChangedAndGone()
    {
        var lectures = Agencies with { Title = "讲座", Unit = "期" };
        var trainings = Agencies with { Title = "培训" };

        var found = PlanDifference.Between([Agencies, lectures], [Agencies with { Bound = 25 }, trainings]);

        Assert.Equal([(Agencies, Agencies with { Bound = 25 }), (null, trainings), (lectures, null)], found.Select(d => (d.Was, d.Now)));
    }

    [Fact]
    public void Table_WrongCells_AreNamedOneByOneAndNothingOfTheRowIsTaken()
    {
        var inForce = new PlanVersion(1, Day("2025-08-13"), null, [Agencies]);
        string[][] rows =
        [
            ["指标", "", "服务机构", "个", "存量", "", "", "不低于", "25", "", "", ""],
            ["指标", "t9", "贷款", "", "增幅", "", "0", "不少于", "x", "2026-02-30", "", ""],
            ["条目", "", "", "", "", "", "", "", "", "", "", ""],
            ["指标", "", "培训", "次", "累计", "", "", "", "12", "2026-12-31", "区科技局", ""],
            ["指标", "", "培训", "次", "累计", "", "", "", "13", "", "", ""],
        ];

        var (lines, wrong) = PlanTable.Read([.. rows.Select(r => r.ToImmutableArray())], [], inForce);

        Assert.Equal(12m, Assert.Single(lines).Bound);
        Assert.Equal(
            [(0, "unit"), (1, "item"), (1, "due"), (1, "target"), (1, "baseline"), (1, "amount"), (1, "target"), (1, "bound"), (2, "kind"), (2, "title"), (4, "title")],
            wrong.Select(w => (w.Row, w.Column)).OrderBy(w => w.Row).ThenBy(w => w.Column == "title" && w.Row == 2 ? 1 : 0));
    }

    [Fact]
    public void Value_FiledAgainAfterAReturn_KeepsWhetherItFirstCameLate()
    {
        var book = PlanBook.Of([Line(1, Filed(5, true)), Line(2, Filed(6, true)), Line(3, new Change.ValuesVerified("p", "", "2026"))]);

        var value = Assert.Single(book.Values);
        Assert.Equal((6m, true, true), (value.Value.Number!.Value, value.Value.Verified, value.Late));
        Assert.False(Assert.Single(PlanBook.Of([Line(1, Filed(5, false)), Line(2, Filed(6, true))]).Values).Late);
    }

    private static Change.ValuesFiled Filed(decimal number, bool late) =>
        new("p", "", "2026", Day("2025-12-31"), ImmutableSortedDictionary<string, FieldValue>.Empty.Add("服务机构", new FieldValue.Number(number))) { Late = late };

    private static Change.PlanAdopted Adopted(int version, string on, string procedure) => new(
        version, new FiledDocument("plan", version, ContentHash.Parse(new string('a', 64)), new Confided(new string('b', 64)), "application/pdf", 1), Day(on)) { Procedure = procedure };

    private static LedgerLine Line(int at, Change change) => new(at, 0, DateTimeOffset.UnixEpoch.AddMinutes(at), new PartyId("p"), change);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
