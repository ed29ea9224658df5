using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Whether anybody is ever spoken to of what a procedure waits for.</summary>
internal static class Reminding
{
    /// <summary>Its deadline has reminders or somebody to be told once it is missed; or its holders are asked again; or it goes on by itself.</summary>
    public static bool Speaks(Pack pack, CaseState state, Procedure procedure)
    {
        var stage = pack.Procedure(procedure.Name).Stage(procedure.Stage);
        if (stage is StageRule.Notice || (procedure.Due is not null && stage.Transitions.Any(t => t.On is Trigger.Elapsed)))
        {
            return true;
        }

        return stage switch
        {
            StageRule.Wait wait => !wait.Watched.IsEmpty,
            StageRule.Task task => Speaks(pack, state, procedure, task.Due, task.Reminders),
            StageRule.Panel panel => Speaks(pack, state, procedure, panel.Due, panel.Reminders),
            _ => true,
        };
    }

    private static bool Speaks(Pack pack, CaseState state, Procedure procedure, DueRule due, ReminderRule reminders) =>
        due is DueRule.None
        || (procedure.Due is not null && Speaks(reminders))
        || state.Occurrences.Any(o => o.Id == procedure.Occurrence && Speaks(pack.Duty(o.Duty).Reminders));

    private static bool Speaks(ReminderRule reminders) => !reminders.Rungs.IsEmpty || !reminders.OverdueTell.IsEmpty;
}
