using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>A panel of two or three: who is seated, who steps back, what a score may be, and when it can be concluded.</summary>
public sealed class PanelRuleTests
{
    private static readonly Source By = Source.Of("第九条");
    private static readonly ImmutableArray<Actor> Experts = [.. Enumerable.Range(1, 5).Select(n => Cast.Of($"expert-{n}", "expert"))];
    private static readonly LookedUp Known = LookedUp.Nothing with { Experts = [.. Experts.Take(4).Select(e => e.Party!.Value)] };

    private CaseState _state = Approving;
    private Pack _pack = With(new PanelRule("expert", null, "province", 2, 3, 2, 0, 100, Named<decimal>(), false, By));

    [Fact]
    public void Seats_AreGivenByWhomThePolicyNames_ToPresentExpertsUpToTheMost()
    {
        Assert.Equal("not-yours", Try(Body, Seat(1)).Refusal?.Rule);
        Assert.Equal("not-an-expert", Try(Province, Seat(1, 5)).Refusal?.Rule);
        Assert.Equal("seats", Try(Province, Seat()).Refusal?.Rule);
        Assert.Equal("A panel has 2 to 3 seats.", Said(Try(Province, Seat(1, 2, 3, 4))));

        var seated = Does(Province, Seat(1, 1, 2));
        Assert.Equal(["expert-1", "expert-2"], seated.Effects.OfType<Effect.Tell>().Where(t => t.Kind == TellKind.Task).Select(t => t.To.Party!.Value.Value));
        Assert.Equal("seats", Try(Province, Seat(1, 2)).Refusal?.Rule);
        Assert.Equal("seats", Try(Province, Seat(3, 4)).Refusal?.Rule);
        Does(Province, Seat(2, 3));
        Assert.Equal(3, Panel.Seats.Length);
        Assert.Equal("seats", Try(Province, Seat(4)).Refusal?.Rule);

        Does(Experts[0], new SignalBody.Recuse(Panel.Id, Panel.Visit, Paperwork.Confide("利害关系")));
        Assert.Equal("seats", Try(Province, Seat(1)).Refusal?.Rule);
        Does(Province, Seat(4));
        Assert.Equal(["expert-1", "expert-2", "expert-3", "expert-4"], Panel.Seats.Select(s => s.Expert.Value));
    }

    [Fact]
    public void Expert_WhoStepsBack_HasNoSeatAndTheSeaterIsTold()
    {
        Does(Province, Seat(1, 2));
        var recuse = new SignalBody.Recuse(Panel.Id, Panel.Visit, Paperwork.Confide("利害关系"));
        Assert.Equal("not-yours", Try(Experts[2], recuse).Refusal?.Rule);
        var told = Does(Experts[0], recuse);
        Assert.Equal([(TellKind.Result, "province")], told.Effects.OfType<Effect.Tell>().Select(t => (t.Kind, t.To.Role)));
        Assert.Equal("not-yours", Try(Experts[0], recuse).Refusal?.Rule);
        Assert.Equal("not-yours", Try(Experts[0], Score(("overall", 80))).Refusal?.Rule);
        Assert.Equal([true, false], Panel.Seats.Select(s => s.Recused));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(-1, false)]
    [InlineData(101, false)]
    public void Score_StandsWithinTheBounds(int score, bool right)
    {
        Does(Province, Seat(1, 2));
        Assert.Equal(right ? null : "From 0 to 100.", Said(Try(Experts[0], Score(("overall", score)))));
    }

    [Fact]
    public void Sheet_HasEveryCriterionOfThePolicyAndNoOther()
    {
        _pack = With(new PanelRule("expert", null, "province", 2, 3, 2, 0, 100, Named(("plan", 1m), ("team", 2m)), false, By));
        Does(Province, Seat(1, 2));

        Assert.Equal(["team"], Try(Experts[0], Score(("plan", 80))).Refusal?.Details.Select(d => d.Name));
        Assert.Equal(["else"], Try(Experts[0], Score(("plan", 80), ("team", 80), ("else", 80))).Refusal?.Details.Select(d => d.Name));
        Assert.Equal(["plan"], Try(Experts[0], Score(("plan", 101), ("team", 80))).Refusal?.Details.Select(d => d.Name));
        Assert.Equal(["team", "else"], Try(Experts[0], Score(("plan", 80), ("else", 101))).Refusal?.Details.Select(d => d.Name));
        Does(Experts[0], Score(("plan", 80), ("team", 80)));
    }

    [Fact]
    public void Score_IsOfASubjectOfThePanelOnItsPresentVisit()
    {
        Does(Province, Seat(1, 2));
        Assert.Equal("no-such-subject", Try(Experts[0], Score(("overall", 80)) with { Subject = "zone-2" }).Refusal?.Rule);
        Assert.Equal("moved-on", Try(Experts[0], Score(("overall", 80)) with { Visit = Panel.Visit + 1 }).Refusal?.Rule);
        Assert.Equal("not-running", Try(Experts[0], Score(("overall", 80)) with { Procedure = "designation/2" }).Refusal?.Rule);
        Assert.Equal("moved-on", Sent(Experts[0], Score(("overall", 80)), Approving).Refusal?.Rule);
    }

    [Fact]
    public void Panel_IsConcludedOnceFewestSeatsAreThereAndEachHasScored()
    {
        Assert.Equal("The panel has 0 of at least 2 experts.", Said(Try(Province, Approve())));
        Does(Province, Seat(1));
        Does(Experts[0], Score(("overall", 80)));
        Assert.Equal("The panel has 1 of at least 2 experts.", Said(Try(Province, Approve())));
        Does(Province, Seat(2, 3));
        Assert.Equal("2 scores are still to be given.", Said(Try(Province, Approve())));
        Does(Experts[2], new SignalBody.Recuse(Panel.Id, Panel.Visit, Paperwork.Confide("利害关系")));
        Assert.Equal("1 scores are still to be given.", Said(Try(Province, Approve())));

        var last = Does(Experts[1], Score(("overall", 90)));
        Assert.Equal([(TellKind.Task, "province")], last.Effects.OfType<Effect.Tell>().Select(t => (t.Kind, t.To.Role)));
        Does(Province, Approve());
    }

    [Fact]
    public void Panel_WithAnActThatIsAlwaysHeld_WaitsForIt()
    {
        var visit = new OptionalAct("visit", new Label("现场考察", "Visit"), "province", false, [], true, By);
        _pack = With(new PanelRule("expert", null, "province", 1, 3, 2, 0, 100, Named<decimal>(), false, By), optional: [visit, visit with { Name = "defence", Always = false }]);
        Does(Province, Seat(1));
        Does(Experts[0], Score(("overall", 80)));
        var refusal = Try(Province, Approve()).Refusal!;
        Assert.Equal(("acts-missing", "visit"), (refusal.Rule, Assert.Single(refusal.Details).Name));

        var held = Does(Province, Approve("visit"));
        Assert.Empty(held.Entries.SelectMany(e => e.Changes).OfType<Change.DiscretionUsed>());
        Assert.Single(Does(Province, Approve("defence")).Entries.SelectMany(e => e.Changes).OfType<Change.DiscretionUsed>());
        Does(Province, Approve());
    }

    [Fact]
    public void Panel_ThatReturnsTheFileForCorrection_NeedsNoScores()
    {
        _pack = With(new PanelRule("expert", null, "province", 2, 3, 2, 0, 100, Named<decimal>(), false, By), to: new Destination.Stage("inquiry"));
        Assert.Equal("panel-incomplete", Try(Province, Approve()).Refusal?.Rule);
        _pack = With(new PanelRule("expert", null, "province", 2, 3, 2, 0, 100, Named<decimal>(), false, By), to: new Destination.Stage("inquiry"), pauses: true);
        Does(Province, Approve());
        Assert.Equal("inquiry", Panel.Stage);
    }

    [Fact]
    public void Ranking_IsOfTheWeightedMeansToTheHundredth_EqualsSharingAPlace()
    {
        _pack = With(
            new PanelRule("expert", "ready", "province", 2, 3, 2, 0, 100, Named(("plan", 1m), ("team", 3m)), false, By), steps: [new Step.Rank("ready")]);
        _state = Approving with { Items = [.. "abcd".Select(k => Item.New($"{k}", k == 'd' ? "shut" : "ready", $"区{k}"))] };
        Does(Province, Seat(1, 2, 3));
        Does(Experts[2], new SignalBody.Recuse(Panel.Id, Panel.Visit, Paperwork.Confide("利害关系")));
        Assert.Equal("no-such-subject", Try(Experts[0], Score(("plan", 80), ("team", 80)) with { Subject = "d" }).Refusal?.Rule);
        var sheets = ImmutableArray.CreateBuilder<ExpertScore>();
        foreach (var (expert, item, plan, team) in new[] { (0, "a", 80m, 80m), (1, "a", 80m, 80.02m), (0, "b", 90m, 90m), (1, "b", 90m, 90m), (0, "c", 80m, 80m), (1, "c", 80m, 80.02m) })
        {
            Does(Experts[expert], Score(("plan", plan), ("team", team)) with { Subject = item });
            sheets.Add(new ExpertScore(Experts[expert].Party!.Value, item, Named(("plan", plan), ("team", team))));
        }

        Assert.Equal("6 score sheets have not come in yet. Try again shortly.", Said(Try(Province, Approve())));
        Assert.Equal("1 score sheets have not come in yet. Try again shortly.", Said(Try(Province, Approve(), [.. sheets.Skip(1)])));
        var older = sheets[0] with { Scores = Named(("plan", 1m), ("team", 1m)) };
        var ranked = Does(Province, Approve(), [older, .. sheets]).Entries.SelectMany(e => e.Changes).OfType<Change.ItemsRanked>().Single().Ranking;
        Assert.Equal([("b", 90m, 1), ("a", 80.01m, 2), ("c", 80.01m, 2)], ranked.Select(r => (r.Key, r.Score, r.Place)));
        Assert.Equal([2, 1, 2, null], _state.Items.Select(i => i.Place));
    }

    private Procedure Panel => _state.Procedures[0];

    private SignalBody.SeatExperts Seat(params int[] experts) => new(Panel.Id, Panel.Visit, [.. experts.Select(n => Experts[n - 1].Party!.Value)]);

    private SignalBody.GiveScore Score(params (string Name, decimal Value)[] scores) => new(Panel.Id, Panel.Visit, Zone.Value, Named(scores), null);

    private SignalBody.Act Approve(string action = "approve") => new(Panel.Id, Panel.Visit, action, Named<FieldValue>(), null, [], []);

    private Decision Try(Actor by, SignalBody body, ImmutableArray<ExpertScore> scores = default) =>
        Sent(by, body, _state, _pack, Known with { Scores = scores.IsDefault ? [] : scores });

    private Decision Does(Actor by, SignalBody body, ImmutableArray<ExpertScore> scores = default)
    {
        var decision = Try(by, body, scores);
        Assert.Null(Said(decision));
        _state = decision.State!;
        return decision;
    }

    private static Pack With(PanelRule rule, ImmutableArray<OptionalAct> optional = default, Destination? to = null, bool pauses = false, ImmutableArray<Step> steps = default)
    {
        StageRule Changed(StageRule stage) => stage switch
        {
            StageRule.Task { Name: "approving" } t => new StageRule.Panel(
                t.Name, t.Label, rule, t.Due, t.Reminders, optional.IsDefault ? [] : optional,
                [.. t.Transitions.Select(r => r with { By = ActorRule.One("province"), Ask = [], Do = steps.IsDefault ? [] : steps, To = to ?? new Destination.Stage("ended") })], t.Source),
            StageRule.Task { Name: "inquiry" } t => t with { Pauses = pauses },
            _ => stage,
        };
        return Small with
        {
            Roles = Small.Roles.SetItem("expert", new RoleRule("expert", new Label("专家", "Expert"), RoleKind.Expert, Named<string>(), "province", false, By)),
            Procedures = [.. Small.Procedures.Select(p => p with { Stages = [.. p.Stages.Select(Changed)] })],
        };
    }
}
