using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Taking a transition, once it is allowed: what it settles, what it does, where it leads.</summary>
internal static class Transitions
{
    /// <summary>Takes a transition of a running procedure.</summary>
    /// <param name="given">Inputs of the action, or what a message brought, by name.</param>
    /// <param name="item">The item the transition is about, or null.</param>
    public static void Take(
        Turn turn, string id, TransitionRule transition, ImmutableSortedDictionary<string, FieldValue> given, string? item, Confided? reason)
    {
        var procedure = turn.State.Procedure(id)!;
        if (transition.Settles && procedure.Occurrence is { } occurrence)
        {
            Duties.Settle(turn, occurrence, Units.ItemOf(procedure));
        }

        var context = new StepContext(id, procedure, given, item, reason);
        foreach (var step in transition.Do)
        {
            Steps.Do(turn, step, context);
        }

        if (turn.State.Procedure(id) is not null)
        {
            switch (transition.To)
            {
                case Destination.Stage stage:
                    Stages.Enter(turn, id, stage.Name, given, reason);
                    break;
                case Destination.Back:
                    Stages.Enter(turn, id, procedure.Paused!.Stage, given, reason, returned: true);
                    break;
            }
        }

        foreach (var letter in transition.Do.OfType<Step.Letter>())
        {
            Letters.Issue(turn, letter, transition, context);
        }
    }

    /// <summary>The transitions of a procedure's stage, its own first, then those that hold anywhere.</summary>
    public static IEnumerable<TransitionRule> Of(ProcedureRule rule, StageRule stage) =>
        stage is StageRule.End ? [] : stage.Transitions.Concat(rule.Anywhere);
}
