using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>The small rules that the values of a pack carry themselves.</summary>
public sealed class PolicyValueTests
{
    private static readonly Source By = Source.Of("第三条");

    [Fact]
    public void Placeholders_AreReadInOrder_AndALettersEachOnce()
    {
        Assert.Equal(["a", "b", "a"], LetterRule.PlaceholdersIn("{a}与{b}、{a}"));
        Assert.Equal(["a", "b"], LetterRule.PlaceholdersIn("{a}与{b"));
        Assert.Empty(LetterRule.PlaceholdersIn("无}"));
        Assert.Equal(["a", "b"], new LetterRule("n", new Label("{a}", "{z}"), new Label("{b}{a}", "{y}"), [], By).Placeholders);
    }

    [Theory]
    [InlineData(5, false, "2026", 7, "2025", 7, "2025")]
    [InlineData(7, false, "2025", 5, "2026", 7, "2025")]
    [InlineData(5, true, "2026", 7, "2027", 5, "2026")]
    [InlineData(7, true, null, 5, "2027", 5, "2027")]
    [InlineData(7, true, "2027", 5, null, 5, "2027")]
    [InlineData(5, false, null, 5, null, 5, null)]
    public void Target_SetTwice_IsTheStricterBoundByTheEarlierDay(int one, bool atMost, string? oneDue, int other, string? otherDue, int bound, string? due)
    {
        DateOnly? Day(string? year) => year is null ? null : new DateOnly(int.Parse(year, null), 12, 31);
        var rule = new IndicatorRule("i", new Label("指标"), null, IndicatorBasis.Stock, null, [new(one, atMost, Day(oneDue), By), new(other, atMost, Day(otherDue), By)], By);
        Assert.Equal((bound, Day(due)), (rule.Target!.Bound, rule.Target.Due));
        Assert.Null((rule with { Targets = [] }).Target);
        Assert.False(rule.Grows);
    }

    [Theory]
    [InlineData(4, 10, true)]
    [InlineData(3.99, 10, false)]
    [InlineData(0, 0, true)]
    [InlineData(-1, -1, true)]
    public void Share_IsReachedAtItsBound_AndOfNothingThereIsNone(double part, double whole, bool met) =>
        Assert.Equal(met, new FundRule("f", new Label("份额"), "a", "b", 0.4m, [], "x", null, By).IsMet((decimal)part, (decimal)whole));

    [Fact]
    public void Source_SaysTheArticleAndTheReason_AndADefaultIsANorm()
    {
        Assert.Equal(["第三条", "惯例", "第三条；惯例", ""], new[] { By, Source.Norm("惯例"), new Source("第三条", "惯例"), new Source(null, null) }.Select(s => s.ToString()));
        Assert.Equal([LegalEffect.Statutory, LegalEffect.ServiceNorm, LegalEffect.ServiceNorm], new[] { By, Source.Norm("惯例"), new Source("第三条", "惯例") }.Select(s => s.Effect));
        Assert.Equal(["甲", "甲 A"], new[] { new Label("甲"), new Label("甲", "A") }.Select(l => l.ToString()));
    }

    [Fact]
    public void Map_RenamesTheFirstPartOfAnId_AndLeavesTheRest()
    {
        var map = RevisionMap.Same with { Procedures = Named(("old", "new")), Duties = Named(("owed", "due")) };
        Assert.Equal(["new/1", "new", "older/1"], new[] { "old/1", "old", "older/1" }.Select(map.ProcedureId));
        Assert.Equal(["due/2027", "old/2027"], new[] { "owed/2027", "old/2027" }.Select(map.OccurrenceId));
    }

    [Fact]
    public void Test_NamesTheFieldsThatItReads()
    {
        CriterionTest all = new CriterionTest.All(
        [
            new CriterionTest.AtLeast("a", 1), new CriterionTest.AtMost("b", 1), new CriterionTest.Is("c", ""), new CriterionTest.IsNot("d", ""), new CriterionTest.HasAll("e", []),
            new CriterionTest.SumAtLeast(["f", "g"], 1), new CriterionTest.RatioAtLeast("h", "i", 1), new CriterionTest.Any([new CriterionTest.YearsBefore("j", "m", 1)]),
        ]);
        Assert.Equal("abcdefghij", string.Concat(all.Reads));
    }
}
