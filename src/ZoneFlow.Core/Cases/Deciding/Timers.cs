using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>What a timer does when its instant comes.</summary>
internal enum TimerKind
{
    OpenOccurrence,
    Remind,
    Miss,
    Escalate,
    AskAgain,
    Elapse,
    LapseDuty,
    RosterTurns,
}

/// <summary>Something that happens by itself, at an instant, to a procedure, an occurrence or a duty.</summary>
/// <param name="Times">Of an asking: for which time it is asked.</param>
internal readonly record struct Timer(DateTimeOffset At, TimerKind Kind, int Order, string Subject, int Times = 0)
{
    public string Cause => $"timer:{Kind}:{Subject}";
}

/// <summary>All that a state waits for by itself. Derived each time, so a stale timer cannot exist.</summary>
internal static class Timers
{
    /// <summary>The first timer by due time, order in the pack, subject and kind.</summary>
    public static Timer? First(Rulebook rules, CaseState state)
    {
        if (rules.Pack is not { } pack)
        {
            return null;
        }

        Timer? first = null;
        foreach (var procedure in state.Procedures)
        {
            var order = Order(pack, procedure.Name);
            OfStage(ref first, rules, state, procedure, pack.Procedure(procedure.Name).Stage(procedure.Stage), order);
        }

        foreach (var occurrence in state.Occurrences)
        {
            var duty = pack.Duty(occurrence.Duty);
            var order = pack.Procedures.Length + pack.Duties.IndexOf(duty);
            OfDeadline(ref first, rules, occurrence.Due, duty.Reminders, order, false);
            if (duty.WhenLifeEnds == WhenLifeEnds.Lapse && duty.Until is { } until && state.Marks.TryGetValue(until, out var end))
            {
                Earlier(ref first, new Timer(CivilDate.StartOf(end.Date.AddDays(1)), TimerKind.LapseDuty, order, occurrence.Id));
            }
        }

        for (var i = 0; i < pack.Duties.Length; i++)
        {
            if (pack.Duties[i].Case == state.Kind && Duties.Next(rules, state, pack.Duties[i]) is { } next
                && CivilDate.StartOf(next.Opens) is var opens && (first is not { } best || opens <= best.At))
            {
                Earlier(ref first, new Timer(opens, TimerKind.OpenOccurrence, pack.Procedures.Length + i, next.Id));
            }
        }

        foreach (var (name, standing) in state.Rosters)
        {
            if (!standing.Coming.IsEmpty && pack.Roster(name) is { } rule && !pack.Cases[state.Kind].Standing(state.Standing).Final)
            {
                Earlier(ref first, new Timer(
                    CivilDate.StartOf(standing.Coming[0].On), TimerKind.RosterTurns, pack.Procedures.Length + pack.Duties.Length + pack.Rosters.IndexOf(rule), name));
            }
        }

        return first;
    }

    private static void Earlier(ref Timer? first, Timer timer)
    {
        if (first is not { } best || Compare(timer, best) < 0)
        {
            first = timer;
        }
    }

    private static int Compare(Timer a, Timer b)
    {
        var byTime = a.At.CompareTo(b.At);
        var byOrder = byTime != 0 ? byTime : a.Order.CompareTo(b.Order);
        var bySubject = byOrder != 0 ? byOrder : string.CompareOrdinal(a.Subject, b.Subject);
        return bySubject != 0 ? bySubject : a.Kind.CompareTo(b.Kind);
    }

    private static void OfStage(ref Timer? first, Rulebook rules, CaseState state, Procedure procedure, StageRule stage, int order)
    {
        if (procedure.Due is { } due)
        {
            var elapses = stage is StageRule.Notice || Elapses(stage);
            OfDeadline(ref first, rules, due, Stages.Reminders(stage), order, elapses);
            if (elapses)
            {
                Earlier(ref first, new Timer(Dates.ClosedAt(rules, due.Last), TimerKind.Elapse, order, procedure.Id));
            }
        }

        if (AskAgain(rules, state, procedure, state.LastAt) is var (again, times))
        {
            Earlier(ref first, new Timer(again, TimerKind.AskAgain, order, procedure.Id, times));
        }
    }

    private static bool Elapses(StageRule stage)
    {
        foreach (var transition in stage.Transitions)
        {
            if (transition.On is Trigger.Elapsed)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>When the holders of a stage are next asked again, and for which time, or null: where it has no date, and where its date has passed in vain.</summary>
    public static (DateTimeOffset At, int Times)? AskAgain(Rulebook rules, CaseState state, Procedure procedure, DateTimeOffset since)
    {
        if (Stages.AskAgain(rules.Policy.Procedure(procedure.Name).Stage(procedure.Stage), procedure) is not { } every)
        {
            return Overdue.AskAgain(rules, state, procedure, since);
        }

        var day = CivilDate.Of(procedure.Entered);
        for (var i = 0; i <= procedure.AskedAgain; i++)
        {
            day = Deadlines.Compute(every, day, rules.Calendar, Reckoning.Law).Last;
        }

        return (CivilDate.At(rules.Calendar.NextWorkingDay(day), rules.Opening), procedure.AskedAgain + 1);
    }

    /// <param name="remindsOnly">The date elapses by itself: nobody misses it.</param>
    private static void OfDeadline(ref Timer? first, Rulebook rules, Deadline due, ReminderRule reminders, int order, bool remindsOnly)
    {
        if (due.RungsClaimed < reminders.Rungs.Length)
        {
            Earlier(ref first, new Timer(Dates.RungAt(rules, due, reminders.Rungs[due.RungsClaimed]), TimerKind.Remind, order, due.Id));
        }

        if (remindsOnly)
        {
            return;
        }

        if (!due.Missed)
        {
            Earlier(ref first, new Timer(due.DueAt, TimerKind.Miss, order, due.Id));
        }
        else if (!due.Escalated && reminders.ThenAfter is { } after)
        {
            Earlier(ref first, new Timer(Dates.EscalatedAt(rules, due, after), TimerKind.Escalate, order, due.Id));
        }
    }

    private static int Order(Pack pack, string procedure)
    {
        for (var i = 0; i < pack.Procedures.Length; i++)
        {
            if (pack.Procedures[i].Name == procedure)
            {
                return i;
            }
        }

        return pack.Procedures.Length;
    }
}
