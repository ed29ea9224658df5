using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>What the machine tests of an application: the bound itself is within, and a question not answered is never met.</summary>
public sealed class CriteriaTests
{
    private static readonly ImmutableSortedDictionary<string, FieldValue> Answers = Named<FieldValue>(
        ("three", new FieldValue.Number(3)), ("ten", new FieldValue.Number(10)), ("zero", new FieldValue.Number(0)), ("word", new FieldValue.Text("国有")),
        ("many", new FieldValue.Many(["专利", "商标"])), ("founded", new FieldValue.Day(new DateOnly(2023, 5, 30))));

    private static readonly ImmutableSortedDictionary<string, Mark> Marks = Named(("closes", new Mark(Today, Today)));

    public static TheoryData<CriterionTest, bool> Tests => new()
    {
        { new CriterionTest.AtLeast("three", 3), true },
        { new CriterionTest.AtLeast("three", 3.01m), false },
        { new CriterionTest.AtLeast("nothing", 0), false },
        { new CriterionTest.AtLeast("word", 0), false },
        { new CriterionTest.AtMost("three", 3), true },
        { new CriterionTest.AtMost("three", 2.99m), false },
        { new CriterionTest.AtMost("nothing", 9), false },
        { new CriterionTest.Is("word", "国有"), true },
        { new CriterionTest.Is("word", "民营"), false },
        { new CriterionTest.Is("nothing", "国有"), false },
        { new CriterionTest.IsNot("word", "民营"), true },
        { new CriterionTest.IsNot("word", "国有"), false },
        { new CriterionTest.IsNot("nothing", "国有"), false },
        { new CriterionTest.HasAll("many", ["商标", "专利"]), true },
        { new CriterionTest.HasAll("many", ["商标", "版权"]), false },
        { new CriterionTest.HasAll("word", []), false },
        { new CriterionTest.HasAll("nothing", []), false },
        { new CriterionTest.SumAtLeast(["three", "ten"], 13), true },
        { new CriterionTest.SumAtLeast(["three", "ten"], 13.5m), false },
        { new CriterionTest.SumAtLeast(["ten", "nothing"], 5), false },
        { new CriterionTest.RatioAtLeast("three", "ten", 0.3m), true },
        { new CriterionTest.RatioAtLeast("three", "ten", 0.3001m), false },
        { new CriterionTest.RatioAtLeast("zero", "zero", 0), false },
        { new CriterionTest.RatioAtLeast("nothing", "ten", 0), false },
        { new CriterionTest.RatioAtLeast("three", "nothing", 0), false },
        { new CriterionTest.YearsBefore("founded", "closes", 2), true },
        { new CriterionTest.YearsBefore("founded", "closes", 3), false },
        { new CriterionTest.YearsBefore("founded", "nothing", 0), false },
        { new CriterionTest.YearsBefore("word", "closes", 0), false },
        { new CriterionTest.Any([new CriterionTest.Is("word", "民营"), new CriterionTest.AtLeast("three", 3)]), true },
        { new CriterionTest.Any([new CriterionTest.Is("word", "民营"), new CriterionTest.AtLeast("three", 4)]), false },
        { new CriterionTest.All([new CriterionTest.Is("word", "国有"), new CriterionTest.AtLeast("three", 3)]), true },
        { new CriterionTest.All([new CriterionTest.Is("word", "国有"), new CriterionTest.AtLeast("three", 4)]), false },
    };

    [Theory]
    [MemberData(nameof(Tests))]
    public void Test_OfEachKind_HoldsAtItsBound(CriterionTest test, bool holds) => Assert.Equal(holds, Criteria.Holds(test, Answers, Marks));

    [Fact]
    public void ConditionNotMet_SaysWhatWasAnsweredToEachFieldThatItReads()
    {
        CriterionRule Rule(string name, CriterionTest? test, string group = "zone") => new(group, name, new Label("规模", "Size"), test, null, null, [], Source.Of("第八条"));
        var pack = Small with
        {
            Form = [Field(new FieldType.Number(0, 99, null), name: "three") with { Label = new Label("三", "Three") }, Field(new FieldType.Number(0, 99, null), name: "ten") with { Label = new Label("十") }],
            Criteria =
            [
                Rule("a", new CriterionTest.Any([new CriterionTest.AtLeast("three", 4), new CriterionTest.SumAtLeast(["three", "ten", "else"], 99)])),
                Rule("b", new CriterionTest.AtLeast("three", 3)), Rule("c", null), Rule("d", new CriterionTest.AtLeast("three", 4), "other"),
            ],
        };

        var unmet = Assert.Single(Criteria.Unmet(pack, ["zone"], Answers, Marks));
        Assert.Equal(("a", Source.Of("第八条")), (unmet.Name, unmet.Source));
        Assert.Equal("\"Size\" is not met: Three is 3, 十 is 10, else is not given.", unmet.Message.En);
        Assert.Equal("未达到“规模”：三为3，十为10，else未填。", unmet.Message.Zh);
    }
}
