namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Computes every running deadline again under the calendar as it is now known.</summary>
internal static class CalendarMoves
{
    public static Refusal? Read(Turn turn)
    {
        foreach (var procedure in turn.State.Procedures.Where(p => p.Due is { } due && due.Calendar != turn.Calendar.Revision))
        {
            var stage = turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage);
            Move(turn, procedure.Due!, Stages.Reminders(stage));
        }

        foreach (var occurrence in turn.State.Occurrences.Where(o => o.Due.Calendar != turn.Calendar.Revision))
        {
            Move(turn, occurrence.Due, turn.Pack.Duty(occurrence.Duty).Reminders);
        }

        return null;
    }

    // A date that comes out the same is not worth a line in the journal.
    private static void Move(Turn turn, Deadline due, Policies.ReminderRule reminders)
    {
        var again = Dates.Again(turn, due, reminders);
        if (again.Last != due.Last || again.Provisional != due.Provisional || again.Earliest != due.Earliest)
        {
            turn.Record(new Change.DeadlineMoved(due.Id, due.Last, again, "calendar"));
        }
    }
}
