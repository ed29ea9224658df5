using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>What an action asks for is looked at by its type: each bound from both sides, and in a sentence what is wrong.</summary>
public sealed class AskedInputTests
{
    private const string NotTheKind = "Not of the right kind.";
    private const string Required = "Required.";

    public static TheoryData<FieldType, FieldValue, string?> Answers
    {
        get
        {
            var data = new TheoryData<FieldType, FieldValue, string?>();
            FieldValue.Text Text(string s) => new(s);
            FieldValue.Number Number(decimal n) => new(n);
            FieldValue.Day Day(int day) => new(new DateOnly(2025, 5, day));
            FieldValue.Many Many(params string[] s) => new([.. s]);
            FieldValue.Span Span(string s) => new(Period.Parse(s));
            FieldValue.Table Table(params string[] rows) => new([.. rows.Select(r => r.Split(',').ToImmutableArray())]);

            data.Add(new FieldType.Text(5), Text("五个字以内"), null);
            data.Add(new FieldType.Text(5), Text("六个字的答复"), "At most 5 characters; there are 6.");
            data.Add(new FieldType.Text(5), Number(1), NotTheKind);
            data.Add(new FieldType.Text(5), new FieldValue.Private(Paperwork.Confide("名")), NotTheKind);
            foreach (var (n, right) in new[] { (1m, false), (2m, true), (3m, true), (4m, true), (5m, false), (2.5m, false) })
            {
                data.Add(new FieldType.Whole(2, 4), Number(n), right ? null : "A whole number from 2 to 4.");
            }

            foreach (var (n, right) in new[] { (1.9m, false), (2m, true), (2.5m, true), (4m, true), (4.1m, false) })
            {
                data.Add(new FieldType.Number(2, 4, null), Number(n), right ? null : "Between 2 and 4.");
            }

            foreach (var (n, right) in new[] { (0m, true), (1.25m, true), (-0.01m, false), (1.255m, false) })
            {
                data.Add(new FieldType.Money(), Number(n), right ? null : "An amount of at least zero, to the fen.");
            }

            data.Add(new FieldType.YesNo(), new FieldValue.Flag(false), null);
            data.Add(new FieldType.YesNo(), Text("yes"), NotTheKind);
            data.Add(new FieldType.Date(true, null), Day(30), null);
            data.Add(new FieldType.Date(true, null), Day(31), "Not after today (2025-05-30).");
            data.Add(new FieldType.Date(false, null), Day(31), null);
            data.Add(new FieldType.Date(false, "today"), Day(30), null);
            data.Add(new FieldType.Date(false, "today"), Day(29), "Not before today (2025-05-30).");
            data.Add(new FieldType.Date(false, "founded"), Day(20), null);
            data.Add(new FieldType.Date(false, "founded"), Day(19), "Not before 2025-05-20.");
            data.Add(new FieldType.Date(false, "unknown"), Day(1), null);
            data.Add(new FieldType.Choice(["甲", "乙"]), Text("乙"), null);
            data.Add(new FieldType.Choice(["甲", "乙"]), Text("丙"), "\"丙\" is not offered.");
            data.Add(new FieldType.Several(["甲", "乙"]), Many("甲", "乙"), null);
            data.Add(new FieldType.Several(["甲", "乙"]), Many("甲", "丙"), "\"丙\" is not offered.");

            var (least, most) = (Period.Parse("3mo"), Period.Parse("6mo"));
            foreach (var (span, right) in new[] { ("3mo", true), ("92d", true), ("91d", false), ("6mo", true), ("184d", true), ("185d", false) })
            {
                data.Add(new FieldType.Span(least, most, most, false), Span(span), right ? null : "Between 3mo and 6mo.");
                data.Add(new FieldType.Span(least, most, most, true), Span(span), right ? null : "Outside 3mo to 6mo it needs a reason.");
            }

            var columns = new FieldType.Table([Field(new FieldType.Text(9)), Field(new FieldType.Text(9))], 2);
            data.Add(columns, Table("甲,一", "乙,二"), null);
            data.Add(columns, Table("甲,一", "乙,二", "丙,三"), "At most 2 rows.");
            data.Add(columns, Table("甲,一", "乙"), "A row has another number of columns.");
            data.Add(new FieldType.Items("ready", false, null), Many("a"), null);
            data.Add(new FieldType.Items("ready", false, null), Many("a", "b"), "\"b\" is not offered.");
            data.Add(new FieldType.Items("ready", false, null), Many("x"), "\"x\" is not offered.");
            data.Add(new FieldType.Item("ready"), Text("a"), null);
            data.Add(new FieldType.Item("ready"), Text("b"), "\"b\" is not offered.");
            data.Add(new FieldType.Item(), Text("b"), null);
            data.Add(new FieldType.Item(), Text("x"), "\"x\" is not offered.");
            data.Add(new FieldType.Units(null, []), Many("一", "二"), null);
            data.Add(new FieldType.Units(null, []), Many("各区"), "\"各区\" is not offered.");
            data.Add(new FieldType.Units(null, []), Many("三"), "\"三\" is not offered.");
            data.Add(new FieldType.Units(null, []), Many("已撤"), "\"Gone\" has been merged away: no body is it today. Name another.");
            data.Add(new FieldType.Units("各区", []), Many("一"), null);
            data.Add(new FieldType.Units("各区", []), Many("二"), "\"二\" is not offered.");
            data.Add(new FieldType.Case("round", ["open"]), Text("round-1"), null);
            data.Add(new FieldType.Case("round", ["shut"]), Text("round-1"), "There is no such round to join.");
            data.Add(new FieldType.Party("expert"), Text("expert-1"), null);
            data.Add(new FieldType.Party("expert"), Text("expert-2"), "\"expert-2\" is not offered.");
            return data;
        }
    }

    public static TheoryData<FieldValue> Blanks =>
    [
        new FieldValue.Text("  "), new FieldValue.Many([]), new FieldValue.Table([]), new FieldValue.Measures(Named<FieldValue>()),
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_OfEachType_IsTakenWithinItsBounds(FieldType type, FieldValue value, string? wrong) =>
        Assert.Equal(wrong, (Given with { Ask = [Field(type)], Inputs = [("asked", value)] }).Against());

    [Fact]
    public void SpanOutsideItsBounds_WithAReason_IsTakenWhereTheTextAllowsIt()
    {
        var (least, most) = (Period.Parse("3mo"), Period.Parse("6mo"));
        var act = Given with { Inputs = [("asked", new FieldValue.Span(Period.Parse("2mo")))], Reason = true };

        Assert.Null((act with { Ask = [Field(new FieldType.Span(least, most, most, true))] }).Against());
        Assert.Equal("Between 3mo and 6mo.", (act with { Ask = [Field(new FieldType.Span(least, most, most, false))] }).Against());
    }

    [Fact]
    public void Round_ThatNobodyFound_CannotBeJoined() => Assert.Equal(
        "There is no such round to join.",
        (Given with { Ask = [Field(new FieldType.Case("round", ["open"]))], Inputs = [("asked", new FieldValue.Text("round-1"))], LookedUp = LookedUp.Nothing }).Against());

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(true, false, NotTheKind)]
    [InlineData(false, true, NotTheKind)]
    [InlineData(false, false, null)]
    public void PersonalAnswer_StandsBesideTheJournalAndNoOtherDoes(bool asked, bool given, string? wrong)
    {
        FieldValue value = given ? new FieldValue.Private(Paperwork.Confide("名")) : new FieldValue.Text("名");
        Assert.Equal(wrong, (Given with { Ask = [Field(new FieldType.Text(9), isPrivate: asked)], Inputs = [("asked", value)] }).Against());
    }

    [Theory]
    [MemberData(nameof(Blanks))]
    public void BlankAnswer_IsNoAnswer(FieldValue blank)
    {
        FieldType type = blank switch
        {
            FieldValue.Text => new FieldType.Text(9),
            FieldValue.Many => new FieldType.Several(["甲"]),
            FieldValue.Table => new FieldType.Plan(),
            _ => new FieldType.Indicators(),
        };
        Assert.Equal(Required, (Given with { Ask = [Field(type, required: true)], Inputs = [("asked", blank)] }).Against());
        Assert.NotEqual(Required, (Given with { Ask = [Field(type)], Inputs = [("asked", blank)] }).Against());
    }

    [Fact]
    public void MissingAnswer_IsAskedForWhereItIsRequired_AndAStrayOneIsNamed()
    {
        Assert.Equal(Required, (Given with { Ask = [Field(new FieldType.Text(9), required: true)] }).Against());
        Assert.Null((Given with { Ask = [Field(new FieldType.Text(9))] }).Against());
        Assert.Equal("There is no such field.", (Given with { Inputs = [("asked", new FieldValue.Text("名"))] }).Against());

        var both = Given with
        {
            Ask = [Field(new FieldType.Text(9), required: true, "first"), Field(new FieldType.YesNo(), required: true, "second")],
            Inputs = [("stray", new FieldValue.Flag(true))],
        };
        var refusal = both.Decided().Refusal!;
        Assert.Equal("inputs-wrong", refusal.Rule);
        Assert.Equal(["stray", "first", "second"], refusal.Details.Select(d => d.Name));
        Assert.Equal([null, Source.Of("第九条"), Source.Of("第九条")], refusal.Details.Select(d => d.Source));
    }

    private static OneAct Given { get; } = new()
    {
        State = s => s with
        {
            Marks = s.Marks.SetItem("founded", new Mark(new DateOnly(2025, 5, 20), Today)),
            Items = [Item.New("a", "ready", "甲"), Item.New("b", "proposed", "乙")],
        },
        Pack = p => p with
        {
            Units = Named(
                ("一", new UnitRule("一", new Label("一局", "One"), [], Source.Of("第一条"))), ("二", new UnitRule("二", new Label("二局", "Two"), [], Source.Of("第一条"))),
                ("已撤", new UnitRule("已撤", new Label("撤并局", "Gone"), [], Source.Of("第一条"))), ("各区", new UnitRule("各区", new Label("各区", "Districts"), ["一"], Source.Of("第一条")))),
        },
        LookedUp = LookedUp.Nothing with { RoundStanding = "open", Parties = [new PartyId("expert-1")], GoneUnits = ["已撤"] },
    };
}
