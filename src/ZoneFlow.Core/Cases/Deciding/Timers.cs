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
}

/// <summary>Something that happens by itself, at an instant, to a procedure, an occurrence or a duty.</summary>
internal readonly record struct Timer(DateTimeOffset At, TimerKind Kind, int Order, string Subject)
{
    public string Cause => $"timer:{Kind}:{Subject}";
}

/// <summary>All that a state waits for by itself. Derived each time, so a stale timer cannot exist.</summary>
internal static class Timers
{
    /// <summary>The first timer by due time, order in the pack, subject and kind.</summary>
    public static Timer? First(Rulebook rules, CaseState state)
    {
        Timer? first = null;
        foreach (var timer in Of(rules, state))
        {
            if (first is not { } best || Compare(timer, best) < 0)
            {
                first = timer;
            }
        }

        return first;
    }

    private static int Compare(Timer a, Timer b)
    {
        var byTime = a.At.CompareTo(b.At);
        var byOrder = byTime != 0 ? byTime : a.Order.CompareTo(b.Order);
        var bySubject = byOrder != 0 ? byOrder : string.CompareOrdinal(a.Subject, b.Subject);
        return bySubject != 0 ? bySubject : a.Kind.CompareTo(b.Kind);
    }

    private static IEnumerable<Timer> Of(Rulebook rules, CaseState state)
    {
        if (rules.Pack is not { } pack)
        {
            yield break;
        }

        foreach (var procedure in state.Procedures)
        {
            var order = Order(pack, procedure.Name);
            foreach (var timer in OfStage(rules, state, procedure, pack.Procedure(procedure.Name).Stage(procedure.Stage), order))
            {
                yield return timer;
            }
        }

        foreach (var occurrence in state.Occurrences)
        {
            var duty = pack.Duty(occurrence.Duty);
            var order = pack.Procedures.Length + pack.Duties.IndexOf(duty);
            foreach (var timer in OfDeadline(rules, occurrence.Due, duty.Reminders, order))
            {
                yield return timer;
            }

            if (duty.WhenLifeEnds == WhenLifeEnds.Lapse && duty.Until is { } until && state.Marks.TryGetValue(until, out var end))
            {
                yield return new Timer(CivilDate.StartOf(end.Date.AddDays(1)), TimerKind.LapseDuty, order, occurrence.Id);
            }
        }

        foreach (var duty in pack.Duties.Where(d => d.Case == state.Kind))
        {
            if (Duties.Next(rules, state, duty) is { } next)
            {
                yield return new Timer(
                    CivilDate.StartOf(next.Opens), TimerKind.OpenOccurrence, pack.Procedures.Length + pack.Duties.IndexOf(duty), next.Id);
            }
        }
    }

    private static IEnumerable<Timer> OfStage(Rulebook rules, CaseState state, Procedure procedure, StageRule stage, int order)
    {
        var elapses = stage.Transitions.Any(t => t.On is Trigger.Elapsed) || stage is StageRule.Notice;
        if (procedure.Due is { } due)
        {
            foreach (var timer in OfDeadline(rules, due, Stages.Reminders(stage), order).Where(t => !elapses || t.Kind == TimerKind.Remind))
            {
                yield return timer;
            }

            if (elapses)
            {
                yield return new Timer(Dates.ClosedAt(rules, due.Last), TimerKind.Elapse, order, procedure.Id);
            }
        }

        if (AskAgainAt(rules, procedure) is { } again)
        {
            yield return new Timer(again, TimerKind.AskAgain, order, procedure.Id);
        }
    }

    /// <summary>When the holders of a stage without a date are next asked again, or null where it has a date.</summary>
    public static DateTimeOffset? AskAgainAt(Rulebook rules, Procedure procedure)
    {
        if (Stages.AskAgain(rules.Policy.Procedure(procedure.Name).Stage(procedure.Stage), procedure) is not { } every)
        {
            return null;
        }

        var day = CivilDate.Of(procedure.Entered);
        for (var i = 0; i <= procedure.AskedAgain; i++)
        {
            day = Deadlines.Compute(every, day, rules.Calendar, Reckoning.Law).Last;
        }

        return CivilDate.At(rules.Calendar.NextWorkingDay(day), rules.Opening);
    }

    private static IEnumerable<Timer> OfDeadline(Rulebook rules, Deadline due, ReminderRule reminders, int order)
    {
        if (due.RungsClaimed < reminders.Rungs.Length)
        {
            yield return new Timer(Dates.RungAt(rules, due, reminders.Rungs[due.RungsClaimed]), TimerKind.Remind, order, due.Id);
        }

        if (!due.Missed)
        {
            yield return new Timer(due.DueAt, TimerKind.Miss, order, due.Id);
        }
        else if (!due.Escalated && reminders.ThenAfter is { } after)
        {
            yield return new Timer(Dates.EscalatedAt(rules, due, after), TimerKind.Escalate, order, due.Id);
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
