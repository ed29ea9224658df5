using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>An outcome gives the final standing once and imposes its bans, where the official is not asked or says so.</summary>
public sealed class OutcomeTests
{
    private static readonly Source By = Source.Of("第十九条");

    private static readonly OneAct Given = new()
    {
        Says = r => r with { Do = [new Step.ApplyOutcome(new Value.Literal("revoked"))], To = new Destination.Stage("ended") },
        Pack = p => p with
        {
            Outcomes = Named(
                ("revoked", new OutcomeRule("revoked", new Label("撤销", "Revoked"), "withdrawn", ["zone-ban", "body-ban"], null, By)),
                ("cancelled", new OutcomeRule("cancelled", new Label("取消", "Cancelled"), "withdrawn", ["zone-ban"], "impose", By))),
            Bans = Named(
                ("zone-ban", new BanRule("zone-ban", new Label("禁止", "Ban"), Period.Parse("2y"), CaseKinds.Zone, "body", ["scheme"], "designated", By)),
                ("body-ban", new BanRule("body-ban", new Label("禁止", "Ban"), Period.Parse("1y"), "body", null, ["funds"], "nowhere", By))),
        },
        State = s => s with { Title = " 样例集聚区 ", Marks = s.Marks.SetItem("designated", new Mark(Today.AddDays(-10), Today)) },
        LookedUp = LookedUp.Nothing with { Codes = Named(("body", "9121")) },
    };

    [Fact]
    public void Outcome_GivesTheStandingAndItsBans_FromTheirMarkOrFromToday()
    {
        var done = Given.Decided();
        Assert.Equal("withdrawn", done.State!.Standing);
        Assert.Equal(
            [("zone-ban", "样例集聚区", Today.AddDays(-10), Today.AddDays(-10).AddYears(2), "9121"), ("body-ban", "9121", Today, Today.AddYears(1), "")],
            done.State.Bans.Select(b => (b.Ban, b.Subject, b.First, b.Last, string.Join(',', b.Warned))));
        Assert.Equal(
            [("样例集聚区", false, 1), ("9121", true, 1), ("9121", false, 2)], done.Effects.OfType<Effect.RegisterBan>().Select(b => (b.Subject, b.WarnsOnly, b.Number)));
        Assert.True(Changes<Change.OutcomeApplied>(done).Single().First);
    }

    [Fact]
    public void SecondOutcome_AddsItsBansAndChangesNoStanding()
    {
        var again = (Given with { State = s => s with { Standing = "withdrawn" } }).Decided();
        Assert.False(Changes<Change.OutcomeApplied>(again).Single().First);
        Assert.Empty(Changes<Change.StandingChanged>(again));
        Assert.Equal(2, again.State!.Bans.Length);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Ban_ThatTheOfficialChooses_IsImposedWhereTheySaySo_AndTheChoiceIsKept(bool impose, int bans)
    {
        var chosen = Asking("cancelled") with { Inputs = [("impose", new FieldValue.Flag(impose))] };
        var done = chosen.Decided();
        Assert.Equal(bans, done.State!.Bans.Length);
        Assert.Equal([("impose", impose ? "适用" : "不适用")], Changes<Change.DiscretionUsed>(done).Select(d => (d.Question, d.Chosen)));
    }

    [Fact]
    public void Choice_MustBeMadeWhereThereIsOne_AndNotWhereTheTextDecides()
    {
        Assert.Equal("Say whether the ban is imposed.", Asking("cancelled").Against());
        Assert.Equal("The bans of \"Revoked\" follow from the text.", (Asking("revoked") with { Inputs = [("impose", new FieldValue.Flag(true))] }).Against());
        Assert.Null(Asking("revoked").Against());
    }

    [Fact]
    public void Ban_ThatWarnsOnly_IsNotedForWhoeverReviewsTheCase()
    {
        var ban = new BanInForce("9121", ["scheme"], Today, Today, "第十九条", true);
        var noting = new OneAct { Says = r => r with { LooksUp = ["bans"] } };
        int Noted(params BanInForce[] bans) => Changes<Change.BanNoted>((noting with { LookedUp = LookedUp.Nothing with { Bans = [.. bans] } }).Decided()).Count();

        Assert.Equal(1, Noted(ban));
        Assert.Equal(0, Noted(ban with { WarnsOnly = false }, ban with { First = Today.AddDays(1) }, ban with { Last = Today.AddDays(-1) }));
        Assert.Empty(Changes<Change.BanNoted>((new OneAct { LookedUp = LookedUp.Nothing with { Bans = [ban] } }).Decided()));
    }

    private static OneAct Asking(string outcome) => Given with
    {
        Ask = [Field(new FieldType.YesNo(), name: "impose")],
        Says = r => r with { Do = [new Step.ApplyOutcome(new Value.Literal(outcome))], To = new Destination.Stage("ended") },
    };

    private static IEnumerable<T> Changes<T>(Decision decision)
        where T : Change
    {
        Assert.Null(Said(decision));
        return decision.Entries.SelectMany(e => e.Changes).OfType<T>();
    }
}
