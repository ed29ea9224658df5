using System.Collections.Immutable;
using ZoneFlow.Core.Cases.Deciding;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// What an actor may do on a case now, by the same rules that decide. Documents, inputs and conditions are
/// judged when the action is taken.
/// </summary>
public static class Offers
{
    public static IEnumerable<Offer> To(Rulebook rules, CaseState state, Actor actor, DateTimeOffset at)
    {
        var pack = rules.Policy;
        foreach (var procedure in state.Procedures)
        {
            var rule = pack.Procedure(procedure.Name);
            var stage = rule.Stage(procedure.Stage);
            foreach (var transition in Transitions.Of(rule, stage).Where(t => t.On is Trigger.Action))
            {
                if (Holders.RolePlayed(pack, state, procedure, Holders.Of(stage, transition), actor) is { } role
                    && !(transition.Each && procedure.Signed.Contains(Holders.SignatureOf(pack, role, actor)))
                    && !(transition.AfterDue && (procedure.Due is null || at < procedure.Due.DueAt))
                    && Actions.Blocks(pack, state, procedure, transition.Word, transition.Label) is null)
                {
                    yield return new Offer(transition.Word, transition.Label, procedure, stage, null, null, transition);
                }
            }

            foreach (var optional in stage.OptionalActs)
            {
                if (!procedure.Held.Contains(optional.Name)
                    && Holders.RolePlayed(pack, state, procedure, ActorRule.One(optional.By), actor) is not null)
                {
                    yield return new Offer(optional.Name, optional.Label, procedure, stage, null, optional, AsTransition(optional));
                }
            }
        }

        var turn = new Turn(rules, state, Signal.By(new SignalId(""), state.Id, at, actor, new SignalBody.PassTime()));
        foreach (var rule in pack.Procedures.Where(p => p.Case == state.Kind))
        {
            if (rule.OpenedBy is { } opening && Holders.RolePlayed(pack, state, null, Holders.Of(null, opening.Act), actor) is not null
                && Actions.WhyNotOpen(turn, rule, opening) is null)
            {
                yield return new Offer(opening.Action, opening.Act.Label, null, null, rule, null, opening.Act);
            }
        }
    }

    /// <summary>Whether the actor holds a stage: its task is theirs, its panel theirs to seat or to sit on.</summary>
    public static bool IsHeldBy(Pack pack, CaseState state, Procedure procedure, Actor actor)
    {
        var stage = pack.Procedure(procedure.Name).Stage(procedure.Stage);
        return Holders.RolePlayed(pack, state, procedure, Holders.Of(stage), actor) is not null
            || procedure.Seats.Any(s => !s.Recused && s.Expert == actor.Party);
    }

    /// <summary>The criteria that taking an offer asks this actor to attest one by one.</summary>
    public static IEnumerable<CriterionRule> ToAttest(Pack pack, CaseState state, Offer offer, Actor actor) =>
        Holders.RolePlayed(pack, state, offer.Procedure, Holders.Of(offer.Stage, offer.Transition), actor) is { } role
            ? pack.CriteriaOf(offer.Transition.Judges).Where(c => c.Judge == role)
            : [];

    /// <summary>The conditions that the answers do not meet and that this actor may set aside with a reason, by attesting them.</summary>
    public static IEnumerable<CriterionRule> ToRelax(
        Pack pack, CaseState state, Offer offer, Actor actor, ImmutableSortedDictionary<string, FieldValue> answers) =>
        Holders.RolePlayed(pack, state, offer.Procedure, Holders.Of(offer.Stage, offer.Transition), actor) is { } role
            && Criteria.Unmet(pack, offer.Transition.Meets, answers, state.Marks) is var unmet
            ? Relaxations.Relaxable(pack, offer.Transition).Where(c => c.RelaxedBy == role && unmet.Any(u => u.Name == c.Name))
            : [];

    private static TransitionRule AsTransition(OptionalAct optional) => new(
        new Trigger.Action(optional.Name), optional.Label, ActorRule.One(optional.By), optional.Needs, [], [], optional.ReasonRequired, null,
        [], [], null, false, false, false, false, [], new Destination.Stay(), optional.Source);
}
