using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Turns "the city recommends, with this letter" into the signal that a page would send.</summary>
public static class Conduct
{
    /// <summary>Takes an action on whichever running procedure has it now, or opens the procedure that it opens.</summary>
    public static Decision Do(World world, Deed deed)
    {
        var pack = world.Rules.Policy;
        var state = world.State(deed.Case);
        var procedure = deed.Procedure ?? Find(pack, state, deed.Action);
        var transition = Transition(pack, state, procedure, deed.Action);
        var act = new SignalBody.Act(
            procedure,
            deed.Visit ?? (procedure is null ? 0 : state.Procedure(procedure)?.Visit ?? 0),
            deed.Action,
            deed.Inputs,
            deed.Reason is null ? null : Paperwork.Confide(deed.Reason),
            deed.Attested ?? (transition is null ? [] : [.. pack.CriteriaOf(transition.Judges).Where(c => c.Judge is not null).Select(c => c.Name)]),
            [.. (deed.Files ?? transition?.Needs ?? []).Select(Paperwork.Of)]);
        return world.Send(deed.Case, deed.Actor, act, deed.ReceivedAt);
    }

    /// <summary>What an action asks for where the case stands now; an optional act as a transition that stays. Null where there is no such action.</summary>
    public static TransitionRule? Transition(Pack pack, CaseState state, string? procedure, string action)
    {
        if (procedure is null)
        {
            return pack.Procedures.FirstOrDefault(p => p.Case == state.Kind && p.OpenedBy?.Action == action)?.OpenedBy?.Act;
        }

        return state.Procedure(procedure) is { } running ? Here(pack, running).FirstOrDefault(t => t.Word == action) : null;
    }

    /// <summary>The running procedure that has an action now, or null.</summary>
    public static string? Find(Pack pack, CaseState state, string action) =>
        state.Procedures.FirstOrDefault(p => Here(pack, p).Any(t => t.Word == action))?.Id;

    private static IEnumerable<TransitionRule> Here(Pack pack, Procedure procedure)
    {
        var rule = pack.Procedure(procedure.Name);
        var stage = rule.Stage(procedure.Stage);
        var optional = stage switch
        {
            StageRule.Task t => t.Optional,
            StageRule.Panel p => p.Optional,
            _ => [],
        };
        return stage.Transitions.Concat(rule.Anywhere).Where(t => t.On is Trigger.Action).Concat(optional.Select(AsTransition));
    }

    private static TransitionRule AsTransition(OptionalAct act) => new(
        new Trigger.Action(act.Name), act.Label, ActorRule.One(act.By), act.Needs, [], [], act.ReasonRequired, null, [], [], null,
        false, false, false, false, [], new Destination.Stay(), act.Source);
}
