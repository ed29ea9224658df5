using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Core.Tests.Lives;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Packs;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>One action of the small pack, whose rule a test writes itself: the province's, at ten on 30 May 2025, a zone being under approval.</summary>
internal sealed record OneAct
{
    public static readonly DateOnly Today = new(2025, 5, 30);
    public static readonly Actor Body = Cast.Of("body", "body");
    public static readonly Actor Province = Cast.Of("province", "province");
    public static readonly CaseId Zone = new("zone-1");
    public static readonly Pack Small = SmallPack.Read().Pack!;
    public static readonly CaseState Approving = Approved();

    public ImmutableArray<FieldRule> Ask { get; init; } = [];

    public Guard? If { get; init; }

    /// <summary>What else its rule says.</summary>
    public Func<TransitionRule, TransitionRule> Says { get; init; } = r => r;

    public ImmutableArray<string> Files { get; init; } = [];

    public ImmutableArray<string> Attested { get; init; } = [];

    public Actor By { get; init; } = Cast.Of("province", "province");

    public (string Name, FieldValue Value)[] Inputs { get; init; } = [];

    public bool Reason { get; init; }

    public LookedUp LookedUp { get; init; } = LookedUp.Nothing;

    public DateTimeOffset At { get; init; } = Liaoning.At("2025-05-30");

    public DateTimeOffset? ReceivedAt { get; init; }

    public Func<Pack, Pack> Pack { get; init; } = p => p;

    public Func<CaseState, CaseState> State { get; init; } = s => s;

    public static FieldRule Field(FieldType type, bool required = false, string name = "asked", bool isPrivate = false) =>
        new(name, new Label("问", "Asked"), type, required, null, isPrivate, false, false, Source.Of("第九条"));

    public static ImmutableSortedDictionary<string, T> Named<T>(params (string Name, T Value)[] all) =>
        all.ToImmutableSortedDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);

    public Decision Decided()
    {
        var pack = Pack(Small with
        {
            Procedures = [.. Small.Procedures.Select(p => p with { Stages = [.. p.Stages.Select(s => s is StageRule.Task { Name: "approving" } task ? task with { Transitions = [.. task.Transitions.Select(Rule)] } : s)] })],
        });
        var state = State(Approving);
        var act = new SignalBody.Act(
            state.Procedures[0].Id, state.Procedures[0].Visit, "approve", Named(Inputs), Reason ? Paperwork.Confide("理由") : null, Attested, [.. Files.Select(Paperwork.Of)]);
        return Lifecycle.Decide(
            new Rulebook(pack, ChinaCalendar.Today, Rulebook.UsualOpening), state, new Signal(new SignalId("s"), Zone, ReceivedAt ?? At, At, By, act, LookedUp));
    }

    /// <summary>What stands against it, in English; null where it is accepted.</summary>
    public string? Against() => Said(Decided());

    public static string? Said(Decision decision) =>
        decision.Refusal?.Details is [var detail, ..] ? detail.Message.En : decision.Refusal?.Message.En;

    /// <summary>Any other signal, to the zone under approval or to another state of it.</summary>
    public static Decision Sent(Actor by, SignalBody body, CaseState? state, Pack? pack = null, LookedUp? lookedUp = null) => Lifecycle.Decide(
        new Rulebook(pack ?? Small, ChinaCalendar.Today, Rulebook.UsualOpening), state, Signal.By(new SignalId("s"), Zone, Liaoning.At("2025-05-30"), by, body, lookedUp));

    private TransitionRule Rule(TransitionRule rule) => Says(rule with { Ask = Ask, If = If, Do = [], To = new Destination.Stay() });

    private static CaseState Approved()
    {
        var world = new World(Small, ChinaCalendar.Today, Liaoning.At("2025-05-06"));
        Assert.True(world.Send(Zone, Body, new SignalBody.OpenCase(Small.Revision, "zone", "N-1", "样例集聚区", "沈阳市", [new Applicant("body", Body.Party!.Value)])).Accepted);
        Assert.True(Conduct.Do(world, new Deed(Zone, Body, "submit")).Accepted);
        Assert.True(Conduct.Do(world, new Deed(Zone, Province, "publish")).Accepted);
        world.AdvanceTo(Liaoning.At("2025-05-30"));
        var state = world.State(Zone);
        Assert.Equal("approving", Assert.Single(state.Procedures).Stage);
        return state;
    }
}
