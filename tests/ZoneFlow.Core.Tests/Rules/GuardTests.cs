using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Core.Tests.Lives;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>Each row of the closed list of conditions: where it holds, where it does not, and what it then says.</summary>
public sealed class GuardTests
{
    private const string Too = "The time for it has passed.";
    private const string NotLater = "The new date must be later than the present one.";
    private const string NoOrder = "The two dates are in the wrong order.";

    public static TheoryData<Guard, string?> Simple => new()
    {
        { new Guard.InStanding(["operating", "applying"]), null },
        { new Guard.InStanding(["operating"]), "Not in the present standing." },
        { new Guard.Past("designated"), null },
        { new Guard.Past("today"), "Only after today (2025-05-30)." },
        { new Guard.Past("unknown"), "Only after unknown ()." },
        { new Guard.Later("later", "today"), null },
        { new Guard.Later("dated", "today"), NotLater },
        { new Guard.Later("later", "unknown"), NotLater },
        { new Guard.Later("missing", "today"), NotLater },
        { new Guard.Later("text", "today"), NotLater },
        { new Guard.InOrder("dated", "later"), null },
        { new Guard.InOrder("dated", "dated"), null },
        { new Guard.InOrder("later", "dated"), NoOrder },
        { new Guard.InOrder("missing", "dated"), NoOrder },
        { new Guard.InOrder("dated", "missing"), NoOrder },
        { new Guard.InOrder("dated", "text"), NoOrder },
        { new Guard.InOrder("text", "dated"), NoOrder },
        { new Guard.NotRunning("report"), null },
        { new Guard.NotRunning("designation"), "\"Designation\" is running." },
        { new Guard.NoItem("shut"), null },
        { new Guard.NoItem("ready"), "Some items are still ready." },
        { new Guard.EveryItem("ready"), "Not every item is ready." },
        { new Guard.MembersAreItems(), null },
        { new Guard.NotIn("text", "supported-items"), "This has already been supported." },
        { new Guard.NotIn("dated", "supported-items"), null },
        { new Guard.NotIn("missing", "supported-items"), null },
        { new Guard.All([new Guard.NotRunning("report"), new Guard.InStanding(["operating"]), new Guard.NotRunning("designation")]), "Not in the present standing." },
        { new Guard.All([new Guard.NotRunning("report"), new Guard.InStanding(["applying"])]), null },
        { new Guard.Any([new Guard.NotRunning("designation"), new Guard.InStanding(["applying"])]), null },
        { new Guard.Any([new Guard.NotRunning("designation"), new Guard.InStanding(["operating"])]), "\"Designation\" is running." },
        { new Guard.AtLeast(2, [new Guard.NotRunning("designation"), new Guard.InStanding(["applying"]), new Guard.NotRunning("report")]), null },
        { new Guard.AtLeast(3, [new Guard.NotRunning("designation"), new Guard.InStanding(["applying"]), new Guard.NotRunning("report")]), "\"Designation\" is running." },
    };

    public static TheoryData<BanInForce, bool> Bans
    {
        get
        {
            var ban = new BanInForce("样例集聚区", ["scheme", "funds"], Today, Today, "第十九条", false);
            return new TheoryData<BanInForce, bool>
            {
                { ban, true },
                { ban with { First = Today.AddDays(-9), Last = Today.AddDays(9) }, true },
                { ban with { First = Today.AddDays(1), Last = Today.AddDays(9) }, false },
                { ban with { First = Today.AddDays(-9), Last = Today.AddDays(-1) }, false },
                { ban with { Scope = ["funds"] }, false },
                { ban with { WarnsOnly = true }, false },
                { ban with { Subject = "别的集聚区" }, false },
                { ban with { Subject = "9121" }, true },
                { ban with { Subject = "body" }, false },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Simple))]
    public void Guard_OfEachKind_HoldsOrSaysWhy(Guard guard, string? why)
    {
        var decision = (Given with { If = guard }).Decided();
        Assert.Equal((why is null ? null : "guard", why), (decision.Refusal?.Rule, decision.Refusal?.Message.En));
    }

    [Fact]
    public void EveryItem_InTheState_IsEnoughAndNoItemAtAllIsToo()
    {
        Assert.Null((Given with { If = new Guard.EveryItem("ready"), State = s => s with { Items = [Item.New("a", "ready", "甲")] } }).Against());
        Assert.Null((Given with { If = new Guard.EveryItem("ready"), State = s => s with { Items = [] } }).Against());
    }

    [Fact]
    public void Round_WhoseMembersDifferFromItsItems_WaitsForTheMessageUnderWay()
    {
        var act = Given with { If = new Guard.MembersAreItems() };
        const string differs = "The list and the cases that name it differ; a message may be on its way. Try again shortly.";

        Assert.Equal(differs, (act with { LookedUp = act.LookedUp with { Members = [new CaseId("a")] } }).Against());
        Assert.Equal(differs, (act with { LookedUp = act.LookedUp with { Members = [new CaseId("a"), new CaseId("b"), new CaseId("c")] } }).Against());
    }

    [Theory]
    [InlineData("2025-05-30T23:59:59", "designated", Too)]
    [InlineData("2025-05-30T23:59:59", "today", null)]
    [InlineData("2025-05-31T00:00:00", "today", Too)]
    [InlineData("2025-05-30T23:59:59", "round.closes", null)]
    [InlineData("2025-05-31T00:00:00", "round.closes", Too)]
    [InlineData("2025-05-30T23:59:59", "round.opens", Too)]
    [InlineData("2025-05-30T23:59:59", "unknown", Too)]
    public void Trap_3_WhatIsReceivedBeforeTheDayAfterBegins_IsInTimeWheneverItIsDecided(string received, string mark, string? why) => Assert.Equal(
        why, (Given with { If = new Guard.ReceivedBefore(mark), At = Liaoning.At("2025-06-03"), ReceivedAt = Liaoning.At(received) }).Against());

    [Theory]
    [MemberData(nameof(Bans))]
    public void Ban_InForceOnTheSubjectAndTheScope_StandsAgainstIt(BanInForce ban, bool stands)
    {
        var act = Given with { If = new Guard.NotBanned([CaseKinds.Zone, "body"], "scheme"), LookedUp = LookedUp.Nothing with { Bans = [ban], Codes = Named(("body", "9121")) } };
        Assert.Equal(stands ? $"{ban.Subject} is barred from this from {ban.First:yyyy-MM-dd} to {ban.Last:yyyy-MM-dd} (第十九条)." : null, act.Against());
    }

    [Fact]
    public void Ban_OnAPartyWithoutACode_KnowsItByItsOwnId()
    {
        var ban = new BanInForce(Body.Party!.Value.Value, ["scheme"], Today, Today, "第十九条", false);
        Assert.NotNull((Given with { If = new Guard.NotBanned(["body"], "scheme"), LookedUp = LookedUp.Nothing with { Bans = [ban] } }).Against());
        Assert.Null((Given with { If = new Guard.NotBanned([CaseKinds.Zone], "scheme"), LookedUp = LookedUp.Nothing with { Bans = [ban] } }).Against());
        Assert.Null((Given with { If = new Guard.NotBanned(["province"], "scheme"), LookedUp = LookedUp.Nothing with { Bans = [ban] } }).Against());
    }

    private static OneAct Given { get; } = new()
    {
        Ask = [Field(new FieldType.Date(false, null), name: "dated"), Field(new FieldType.Date(false, null), name: "later"), Field(new FieldType.Text(9), name: "text")],
        Inputs = [("dated", new FieldValue.Day(Today)), ("later", new FieldValue.Day(Today.AddDays(1))), ("text", new FieldValue.Text("甲"))],
        State = s => s with
        {
            Marks = s.Marks.SetItem("designated", new Mark(Today.AddDays(-1), Today)).SetItem("today", new Mark(Today, Today)),
            Items = [Item.New("a", "ready", "甲"), Item.New("b", "proposed", "乙")],
        },
        Pack = p => p with
        {
            Cases = p.Cases.SetItem("zone", p.Cases["zone"] with { ItemStates = Named(("ready", new Label("可办", "ready")), ("proposed", new Label("拟办", "proposed")), ("shut", new Label("办结", "shut"))) }),
        },
        LookedUp = LookedUp.Nothing with
        {
            Members = [new CaseId("b"), new CaseId("a")], SupportedItems = ["甲"], RoundMarks = Named(("closes", Today)),
        },
    };
}
