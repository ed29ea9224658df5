using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>
/// What is still not done when its date has passed and whoever had to be told has been: it is asked for again each month, so that
/// no open task is ever forgotten (a norm of the product; it changes nothing but who is written to).
/// </summary>
internal static class Overdue
{
    private const int MostMonths = 1_200;

    /// <summary>The date that a procedure is late for, once its own tellings are over; null otherwise, and where the policy tells nobody.</summary>
    public static (Deadline Due, ReminderRule Reminders)? Of(Pack pack, CaseState state, Procedure procedure)
    {
        var occurrence = procedure.Due is null ? state.Occurrences.FirstOrDefault(o => o.Id == procedure.Occurrence) : null;
        var reminders = occurrence is null ? Stages.Reminders(pack.Procedure(procedure.Name).Stage(procedure.Stage)) : pack.Duty(occurrence.Duty).Reminders;
        return (procedure.Due ?? occurrence?.Due) is { Missed: true } due && (reminders.ThenAfter is null ? !reminders.OverdueTell.IsEmpty : due.Escalated)
            && (occurrence is null || state.Procedures.First(p => p.Occurrence == occurrence.Id).Id == procedure.Id)
            ? (due, reminders)
            : null;
    }

    /// <summary>
    /// When it is next asked for, and for which time: so many months after the last of its own tellings. What had come due by then
    /// has been asked for, if not through this procedure then through another of the same round.
    /// </summary>
    /// <param name="since">The case's last instant.</param>
    public static (DateTimeOffset At, int Times)? AskAgain(Rulebook rules, CaseState state, Procedure procedure, DateTimeOffset since)
    {
        if (Of(rules.Policy, state, procedure) is not var (due, reminders))
        {
            return null;
        }

        var told = reminders.ThenAfter is { } after ? CivilDate.Of(Dates.EscalatedAt(rules, due, after)) : due.Last;
        var last = CivilDate.Of(since);
        for (var times = Math.Max(1, ((last.Year - told.Year) * 12) + last.Month - told.Month - 1); times <= MostMonths; times++)
        {
            var day = Deadlines.Compute(new Period(times, PeriodUnit.Months), told, rules.Calendar, Reckoning.Law).Last;
            var at = CivilDate.At(rules.Calendar.NextWorkingDay(day), rules.Opening);
            if (at >= since && times != procedure.AskedAgain)
            {
                return (at, times);
            }
        }

        return null;
    }
}
