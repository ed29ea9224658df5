using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>What the inputs of an action on a plan must be to each other: values to their task, a lead to its group, a part to its whole.</summary>
public sealed class PlanInputTests
{
    private static readonly Source By = Source.Of("第三条");

    private static readonly ItemRule Task = new(
        "t1", new Label("任务一", "Task one"), ["一"], null, [], [new InstrumentRule("measures", new Label("办法", "Measures"), By)],
        [
            Indicator("firms", IndicatorBasis.Stock), Indicator("loans", IndicatorBasis.Cumulative), Indicator("income", IndicatorBasis.Growth), Indicator("words", IndicatorBasis.Narrative),
        ],
        By);

    public static TheoryData<string, FieldValue?, string?> Values => new()
    {
        { "firms", Number(0), null },
        { "firms", Number(-1), "At least zero." },
        { "firms", new FieldValue.Text("三"), "It must be a number." },
        { "firms", null, "The value of \"firms\" is missing." },
        { "loans", Number(10), null },
        { "loans", Number(9.99m), "A running total does not fall below the 10 confirmed last." },
        { "words", new FieldValue.Text("好"), null },
        { "words", new FieldValue.Text(new string('好', 500)), null },
        { "words", new FieldValue.Text(new string('好', 501)), "Words, 1 to 500 characters." },
        { "words", new FieldValue.Text(" "), "Words, 1 to 500 characters." },
        { "words", Number(3), "This one is described in words, not by a number." },
        { "strange", Number(3), "The task has no such indicator." },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_OfAnIndicator_IsOfItsKind(string name, FieldValue? value, string? wrong)
    {
        var sound = Named<FieldValue>(("firms", Number(3)), ("loans", Number(12)), ("income", Number(0)), ("words", new FieldValue.Text("好")));
        var filed = value is null ? sound.Remove(name) : sound.SetItem(name, value);
        var act = On([Field(new FieldType.Indicators())], ("asked", new FieldValue.Measures(filed)));

        var told = act.Decided().Refusal?.Details.Single();
        Assert.Equal((wrong is null ? null : name, wrong), (told?.Name, told?.Message.En));
    }

    [Fact]
    public void Baseline_IsOfWhatGrowsAlone_AndNeverZero()
    {
        string? Filed(params (string Name, FieldValue Value)[] values) => On([Field(new FieldType.Indicators(true))], ("asked", new FieldValue.Measures(Named(values)))).Against();

        Assert.Null(Filed(("income", Number(5))));
        Assert.Equal("Growth cannot be counted from a baseline of zero.", Filed(("income", Number(0))));
        Assert.Equal("The task has no such indicator.", Filed(("income", Number(5)), ("firms", Number(5))));
        var without = On([Field(new FieldType.Indicators(true))], ("asked", new FieldValue.Measures(Named<FieldValue>()))) with { Pack = p => With(p, Task with { Indicators = [Indicator("firms", IndicatorBasis.Stock)] }) };
        Assert.Equal("The task has no indicator that grows from a baseline.", without.Against());
    }

    [Theory]
    [InlineData("measures", false, null)]
    [InlineData("measures", true, "The task has no such instrument to issue, or has issued it.")]
    [InlineData("other", false, "The task has no such instrument to issue, or has issued it.")]
    public void Instrument_IsOneOfTheTasksThatIsStillToCome(string name, bool issued, string? wrong)
    {
        var act = On([Field(new FieldType.Instrument())], ("asked", new FieldValue.Text(name)));
        Assert.Equal(wrong, (issued ? act with { State = s => act.State(s) with { Items = [Item.New("t1", "open", "任务一") with { Issued = ["measures"] }] } } : act).Against());
    }

    public static TheoryData<FundEntry?, string?> Entries
    {
        get
        {
            var entry = new FundEntry("1", "payment", Today, Named(("central", 5m)), null, DateTimeOffset.UnixEpoch, null, null);
            return new()
            {
                { null, "There is no such entry." },
                { entry, null },
                { entry with { On = Today.AddDays(-1) }, "The year it belongs to is closed." },
                { entry with { ReversedBy = "2" }, "It has been reversed, or is a reversal itself." },
                { entry with { Reverses = "2" }, "It has been reversed, or is a reversal itself." },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void Entry_OfTheFunds_IsReversedOnceAndInAYearThatIsOpen(FundEntry? entry, string? wrong)
    {
        var act = On([Field(new FieldType.FundEntry("year-open"))], ("asked", new FieldValue.Text("1")));
        Assert.Equal(wrong, (act with { LookedUp = act.LookedUp with { FundEntry = entry } }).Against());
        Assert.Null((act with { Ask = [Field(new FieldType.FundEntry(null))], LookedUp = act.LookedUp with { FundEntry = new FundEntry("1", "payment", Today.AddYears(-9), Named(("central", 5m)), null, DateTimeOffset.UnixEpoch, null, null) } }).Against());
    }

    [Theory]
    [InlineData("payment", 60, 20, null)]
    [InlineData("payment", 61, 20, "CNY 100 was appropriated and 40 paid; 61 is beyond the appropriation.")]
    [InlineData("payment", 20, 21, "Not more than the amount it is part of (Central share).")]
    [InlineData("payment", 20, 20, null)]
    [InlineData("recovery", 40, 0, null)]
    [InlineData("recovery", 41, 0, "Only CNY 40 was paid and not recovered.")]
    [InlineData("budget", 999, 0, null)]
    public void Amount_StaysWithinWhatWasAppropriatedAndPaid(string what, int central, int tagged, string? wrong)
    {
        var act = On(
            [Field(new FieldType.Date(false, null), name: "dated"), Field(new FieldType.Money(), name: "central"), Field(new FieldType.Money(), name: "tagged")],
            ("dated", new FieldValue.Day(Today)), ("central", Number(central)), ("tagged", Number(tagged)));
        var recording = act with
        {
            Says = r => r with { Do = [new Step.RecordFunds(what, "dated", ["central", "tagged"])] },
            LookedUp = LookedUp.Nothing with { Funds = [new FundSum("budget", 2025, "central", 100), new FundSum("payment", 2025, "central", 50), new FundSum("payment", 2024, "central", -10), new FundSum("budget", 2025, "tagged", 0)] },
            Pack = p => With(p, Task) with { Funds = [new FundRule("share", new Label("中央份额", "Central share"), "tagged", "central", 0m, [], "approve", null, By)] },
        };
        Assert.Equal(wrong, recording.Against());
    }

    [Theory]
    [InlineData("一", null)]
    [InlineData("二", "The lead of \"Task one\" is named from Districts.")]
    public void Lead_IsNamedFromTheGroupThatTheTextNames(string unit, string? wrong)
    {
        var act = On([Field(new FieldType.Units(null, []), name: "lead")], ("lead", new FieldValue.Many([unit]))) with
        {
            Says = r => r with { Do = [new Step.NameUnits(null, "lead", null)] },
            Pack = p => With(p, Task with { Lead = [], LeadFrom = "各区" }),
            State = s => s with { Items = [Item.New("t1", "open", "任务一")], Procedures = [s.Procedures[0] with { With = s.Procedures[0].With.SetItem("item", "t1") }] },
        };
        Assert.Equal(wrong, act.Against());
    }

    private static OneAct On(ImmutableArray<FieldRule> ask, params (string Name, FieldValue Value)[] inputs) => new()
    {
        Ask = ask,
        Inputs = inputs,
        Pack = p => With(p, Task),
        State = s => s with
        {
            Items = [Item.New("t1", "open", "任务一")],
            Procedures = [s.Procedures[0] with { With = s.Procedures[0].With.SetItem("item", "t1") }],
            Marks = s.Marks.SetItem("year-open", new Mark(Today, Today)),
        },
        LookedUp = LookedUp.Nothing with
        {
            Values = [Measured("loans", 10), Measured("loans", 11) with { Verified = false }, Measured("loans", 99) with { Item = "t2" }, Measured("firms", 99)],
        },
    };

    private static MeasuredValue Measured(string indicator, decimal value) => new("t1", indicator, "2024-1", Today.AddDays(-99), value, true);

    private static Pack With(Pack pack, ItemRule item) => pack with
    {
        Items = [item],
        Units = Named(
            ("一", new UnitRule("一", new Label("一局", "One"), [], By)), ("二", new UnitRule("二", new Label("二局", "Two"), [], By)),
            ("各区", new UnitRule("各区", new Label("各区", "Districts"), ["一"], By))),
    };

    private static IndicatorRule Indicator(string name, IndicatorBasis basis) =>
        new(name, new Label(name, name), null, basis, basis == IndicatorBasis.Growth ? 2024 : null, basis == IndicatorBasis.Narrative ? [] : [new TargetRule(5, false, null, By)], By);

    private static FieldValue.Number Number(decimal value) => new(value);
}
