using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Finds what a signal is about.</summary>
internal static class AtHand
{
    /// <summary>The procedure and stage a signal is for, at the visit it was shown for; a refusal where they have moved on.</summary>
    public static Refusal? Find(Turn turn, string id, int visit, out Procedure procedure, out ProcedureRule rule, out StageRule stage)
    {
        (procedure, rule, stage) = (null!, null!, null!);
        if (turn.State.Procedure(id) is not { } found)
        {
            return Refusals.NotRunning(id);
        }

        procedure = found;
        rule = turn.Pack.Procedure(found.Name);
        stage = rule.Stage(found.Stage);
        return found.Visit == visit ? null : Refusals.Moved(stage.Label, found.Entered);
    }
}
