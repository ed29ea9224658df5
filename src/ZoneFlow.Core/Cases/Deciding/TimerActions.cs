using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>What happens when a timer's instant has come.</summary>
internal static class TimerActions
{
    public static void Run(Turn turn, Timer timer)
    {
        switch (timer.Kind)
        {
            case TimerKind.OpenOccurrence:
                Duties.Open(turn, timer.Subject);
                break;
            case TimerKind.LapseDuty:
                Duties.Close(turn, timer.Subject, OccurrenceState.Lapsed);
                break;
            case TimerKind.Remind:
                Remind(turn, timer.Subject);
                break;
            case TimerKind.Miss:
                Miss(turn, timer.Subject);
                break;
            case TimerKind.Escalate:
                Escalate(turn, timer.Subject);
                break;
            case TimerKind.AskAgain:
                AskAgain(turn, timer.Subject, timer.Times);
                break;
            case TimerKind.RosterTurns:
                Rosters.Turned(turn, timer.Subject);
                break;
            case TimerKind.Elapse:
                Elapse(turn, timer.Subject);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // Rungs that passed while nobody looked are all journalled, and one mail names the last.
    private static void Remind(Turn turn, string deadlineId)
    {
        var (due, procedure, reminders) = Find(turn, deadlineId);
        var next = due.RungsClaimed + 1;
        var overtaken = (next < reminders.Rungs.Length && Dates.RungAt(turn.Rules, due, reminders.Rungs[next]) <= turn.Signal.At)
            || due.DueAt <= turn.Signal.At;
        turn.Record(new Change.ReminderFellDue(deadlineId, due.RungsClaimed, !overtaken));
        if (overtaken || ToldByRound(turn, TellKind.Reminder, deadlineId, []))
        {
            return;
        }

        Tellings.Tell(turn, TellKind.Reminder, HoldersOf(turn, procedure), procedure, due, Dates.Opening(turn.Rules, turn.At));
    }

    private static void Miss(Turn turn, string deadlineId)
    {
        var (due, procedure, reminders) = Find(turn, deadlineId);
        turn.Record(new Change.DeadlineMissed(deadlineId));
        if (ToldByRound(turn, TellKind.Overdue, deadlineId, reminders.OverdueTell))
        {
            return;
        }

        Tellings.Tell(
            turn, TellKind.Overdue, HoldersOf(turn, procedure).Concat(reminders.OverdueTell).Distinct(), procedure, due, Dates.Opening(turn.Rules, turn.At));
    }

    private static void Escalate(Turn turn, string deadlineId)
    {
        var (due, procedure, reminders) = Find(turn, deadlineId);
        turn.Record(new Change.DeadlineEscalated(deadlineId));
        if (ToldByRound(turn, TellKind.Escalation, deadlineId, reminders.ThenTell))
        {
            return;
        }

        Tellings.Tell(turn, TellKind.Escalation, reminders.ThenTell, procedure, due, Dates.Opening(turn.Rules, turn.At));
    }

    // A round owed by many items tells each unit once; anything else has one procedure to speak of.
    private static bool ToldByRound(Turn turn, TellKind kind, string deadlineId, ImmutableArray<string> also)
    {
        if (turn.State.Occurrences.FirstOrDefault(o => o.Due.Id == deadlineId && !o.Owing.IsEmpty) is not { } round)
        {
            return false;
        }

        ItemRounds.Tell(turn, kind, round, also, Dates.Opening(turn.Rules, turn.At));
        return true;
    }

    private static void AskAgain(Turn turn, string procedureId, int times)
    {
        var procedure = turn.State.Procedure(procedureId)!;
        turn.Record(new Change.HolderAskedAgain(procedureId, times));
        if (Timers.AskAgain(turn.Rules, turn.State, turn.State.Procedure(procedureId)!, turn.At)?.At <= turn.Signal.At)
        {
            return;
        }

        if (Overdue.Of(turn.Pack, turn.State, procedure) is { } overdue)
        {
            var (due, reminders) = overdue;
            ImmutableArray<string> above = [.. reminders.OverdueTell, .. reminders.ThenTell];
            if (!ToldByRound(turn, TellKind.Overdue, due.Id, above))
            {
                Tellings.Tell(turn, TellKind.Overdue, HoldersOf(turn, procedure).Concat(above).Distinct(), procedure, due, Dates.Opening(turn.Rules, turn.At));
            }

            return;
        }

        Tellings.Tell(turn, TellKind.Reminder, HoldersOf(turn, procedure), procedure, null, Dates.Opening(turn.Rules, turn.At));
    }

    private static void Elapse(Turn turn, string procedureId)
    {
        var procedure = turn.State.Procedure(procedureId)!;
        var stage = turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage);
        if (stage is StageRule.Notice)
        {
            Notices.Close(turn, procedureId);
        }
        else
        {
            Transitions.Take(turn, procedureId, stage.Transitions.First(t => t.On is Trigger.Elapsed), Empty.Inputs, null, null);
        }
    }

    private static (Deadline Due, Procedure? Procedure, ReminderRule Reminders) Find(Turn turn, string deadlineId)
    {
        if (turn.State.Occurrences.FirstOrDefault(o => o.Due.Id == deadlineId) is { } occurrence)
        {
            return (occurrence.Due, turn.State.Procedures.FirstOrDefault(p => p.Occurrence == occurrence.Id), turn.Pack.Duty(occurrence.Duty).Reminders);
        }

        var procedure = turn.State.Procedures.First(p => p.Due?.Id == deadlineId);
        return (procedure.Due!, procedure, Stages.Reminders(turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage)));
    }

    private static ImmutableArray<string> HoldersOf(Turn turn, Procedure? procedure)
    {
        if (procedure is null)
        {
            return [];
        }

        var stage = turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage);
        return stage is StageRule.Wait wait ? wait.Watched : Holders.Roles(turn.Pack, procedure, Holders.Of(stage));
    }
}
