using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>An occurrence that a duty will open: its period, the day it opens, and what it is due by.</summary>
/// <param name="Year">The year it is named after; null where the duty is owed once.</param>
/// <param name="Part">Which part of the year, from 1; null where it is the whole.</param>
internal readonly record struct ComingOccurrence(
    string Duty, int? Year, int? Part, DateOnly Opens, string? Anchor, DateOnly Day0, Period? Budget)
{
    public string Key => (Year, Part) switch
    {
        (null, _) => "once",
        ({ } year, null) => $"{year}",
        ({ } year, { } part) => $"{year}-{part}",
    };

    public string Id => $"{Duty}/{Key}";
}

/// <summary>
/// What is owed, period by period. A duty looks at the case's standing and marks; its occurrences are keyed by
/// duty and period, so that each is opened at most once whatever happens to the stages meanwhile.
/// </summary>
internal static class Duties
{
    /// <summary>The start values of a procedure that a duty starts: the period's key, and the first and last day it covers with the day after.</summary>
    public const string Period = "period";
    public const string PeriodFrom = "period-from";
    public const string PeriodTo = "period-to";
    public const string PeriodNext = "period-next";

    /// <summary>The duty's next occurrence that has not been opened yet, or null where it owes nothing more as things stand.</summary>
    public static ComingOccurrence? Next(Rulebook rules, CaseState state, DutyRule duty)
    {
        if (!duty.While.Contains(state.Standing) || Life(state, duty) is not var (start, end))
        {
            return null;
        }

        foreach (var next in Coming(state, duty, start))
        {
            if (FirstDay(duty, next) > end)
            {
                return null;
            }
            if (IsDeferred(state, duty, next) || (Overlaps(rules, duty, next, start, end) && !IsKnown(state, next) && !IsReplaced(rules, state, duty, next)))
            {
                return next;
            }
        }

        return null;
    }

    /// <param name="from">The day from which the least notice runs, where the case could not know sooner that it owes.</param>
    public static void Open(Turn turn, string id, DateOnly? from = null)
    {
        var duty = turn.Pack.Duty(id[..id.IndexOf('/', StringComparison.Ordinal)]);
        var next = Next(turn.Rules, turn.State, duty)!.Value;
        if (duty.HeldBy is { } holder && turn.State.IsRunning(holder))
        {
            turn.Record(new Change.OccurrenceClosed(id, duty.WhenHeld == WhenHeld.Skip ? OccurrenceState.Skipped : OccurrenceState.Deferred));
            return;
        }

        var due = Dates.Make(turn, id, next.Anchor, next.Day0, next.Budget, turn.Pack.Reckoning, [], duty.Source, duty.Reminders);
        var known = from ?? FirstOwable(turn.State, duty);
        var earliest = Deadlines.Compute(Dates.LeastNotice, known, turn.Calendar, Reckoning.Term).Last;
        due = Dates.NotBefore(turn, due, earliest, duty.Reminders);
        if (turn.State.Past.ContainsKey(id))
        {
            var again = Deadlines.Compute(Dates.LeastNotice, turn.Today, turn.Calendar, Reckoning.Term).Last;
            due = Dates.NotBefore(turn, due, again, duty.Reminders, "延后的，自恢复办理之日起不少于一个月");
        }

        var occurrence = new Occurrence(id, duty.Name, next.Key, turn.Today, due, []);
        if (duty.PerItem)
        {
            ItemRounds.Open(turn, duty, occurrence, StartWith(duty, next));
            return;
        }

        turn.Record(new Change.OccurrenceOpened(occurrence));
        if (duty.Replaces is { } replaced && turn.State.Occurrences.Any(o => o.Id == $"{replaced}/{next.Key}"))
        {
            Close(turn, $"{replaced}/{next.Key}", OccurrenceState.Replaced);
        }

        var key = duty.Starts == duty.Name ? next.Key : $"{duty.Name}-{next.Key}";
        Stages.Start(turn, duty.Starts, Stages.FreshKey(turn.State, duty.Starts, key), id, null, StartWith(duty, next));
    }

    /// <summary>An occurrence as its duty has it now, by its id; null where the duty has none of that period.</summary>
    public static ComingOccurrence? Anew(CaseState state, DutyRule duty, string id) =>
        Life(state, duty) is var (start, _) && Coming(state, duty, start).FirstOrDefault(c => c.Id == id) is { Duty: not null } coming ? coming : null;

    /// <param name="item">The item that a procedure answers for, where the duty is each item's own.</param>
    public static void Settle(Turn turn, string id, string? item)
    {
        if (turn.State.Occurrences.FirstOrDefault(o => o.Id == id) is { } occurrence)
        {
            var state = turn.Received >= occurrence.Due.DueAt ? OccurrenceState.SettledLate : OccurrenceState.Settled;
            if (item is not null && turn.Pack.Duty(occurrence.Duty).PerItem)
            {
                ItemRounds.Answer(turn, occurrence, item, state);
                return;
            }

            turn.Record(new Change.OccurrenceClosed(id, state));
        }
    }

    /// <summary>Ends an occurrence that nobody need answer any more, and its procedure with it.</summary>
    public static void Close(Turn turn, string id, OccurrenceState state)
    {
        turn.Record(new Change.OccurrenceClosed(id, state));
        foreach (var procedure in turn.State.Procedures.Where(p => p.Occurrence == id).ToList())
        {
            turn.Record(new Change.ProcedureStopped(procedure.Id, $"duty:{state}"));
        }
    }

    /// <summary>Lets go of what is no longer owed since the standing changed.</summary>
    public static void Reconcile(Turn turn)
    {
        foreach (var occurrence in turn.State.Occurrences)
        {
            var duty = turn.Pack.Duty(occurrence.Duty);
            if (duty.WhenLifeEnds == WhenLifeEnds.Lapse && !duty.While.Contains(turn.State.Standing))
            {
                Close(turn, occurrence.Id, OccurrenceState.Lapsed);
            }
            else if (duty.PerItem)
            {
                ItemRounds.Reconcile(turn, duty, occurrence.Id);
            }
        }
    }

    /// <summary>
    /// Counts again what is counted from a mark that has moved. A date may come later at once, but it comes earlier only as far as
    /// leaves the least notice from today.
    /// </summary>
    public static void AnchorMoved(Turn turn, string mark)
    {
        foreach (var occurrence in turn.State.Occurrences)
        {
            var duty = turn.Pack.Duty(occurrence.Duty);
            if (duty.Schedule is not DutySchedule.Once once || once.From != mark)
            {
                continue;
            }

            var notice = Deadlines.Compute(Dates.LeastNotice, turn.Today, turn.Calendar, Reckoning.Term).Last;
            var floor = occurrence.Due.Last < notice ? occurrence.Due.Last : notice;
            var anchored = occurrence.Due with { Anchor = mark, Day0 = turn.State.Marks[mark].Date, Budget = once.Within, Source = duty.Source };
            Stages.Move(turn, occurrence.Due, anchored, duty.Reminders, $"mark:{mark}", floor);
        }
    }

    /// <summary>Lets go of what a corrected date shows was never owed.</summary>
    public static void Reconsider(Turn turn)
    {
        foreach (var occurrence in turn.State.Occurrences)
        {
            var duty = turn.Pack.Duty(occurrence.Duty);
            var owed = Life(turn.State, duty) is var (start, end) && Coming(turn.State, duty, start)
                .TakeWhile(c => c.Opens <= end).Any(c => c.Id == occurrence.Id && Overlaps(turn.Rules, duty, c, start, end));
            if (!owed)
            {
                Close(turn, occurrence.Id, OccurrenceState.NotOwed);
            }
        }
    }

    // Put off while something ran that has come to its end since: it is owed again.
    private static bool IsDeferred(CaseState state, DutyRule duty, ComingOccurrence next) =>
        !state.Past.IsEmpty && state.Past.TryGetValue(next.Id, out var past) && past == OccurrenceState.Deferred
        && !IsOpen(state, next.Id) && !(duty.HeldBy is { } holder && state.IsRunning(holder));

    private static (DateOnly Start, DateOnly End)? Life(CaseState state, DutyRule duty)
    {
        var start = state.StandingSince;
        if (duty.From is { } from)
        {
            if (!state.Marks.TryGetValue(from, out var mark))
            {
                return null;
            }

            start = mark.Date;
        }

        var end = duty.Until is { } until ? state.Marks.TryGetValue(until, out var last) ? last.Date : (DateOnly?)null : DateOnly.MaxValue;
        return end is { } known ? (start, known) : null;
    }

    // The day on which the case could first know that it owes: when the standing was reached or the mark entered.
    private static DateOnly FirstOwable(CaseState state, DutyRule duty)
    {
        var counted = duty.Schedule switch
        {
            DutySchedule.Once once => once.From,
            DutySchedule.EveryYears years => years.Anchor,
            _ => null,
        };
        return new[] { duty.From, counted }.OfType<string>().Select(m => state.Marks[m].Set).Append(state.StandingSince).Max();
    }

    private static IEnumerable<ComingOccurrence> Coming(CaseState state, DutyRule duty, DateOnly start)
    {
        switch (duty.Schedule)
        {
            case DutySchedule.Once once when state.Marks.TryGetValue(once.From, out var mark):
                var opens = once.OpensBefore is { } before ? Subtract(mark.Date, before) : mark.Date;
                yield return new ComingOccurrence(duty.Name, null, null, opens, once.From, mark.Date, once.Within);
                break;
            case DutySchedule.Yearly yearly:
                for (var year = start.Year; year <= start.Year + 200; year++)
                {
                    yield return Fixed(duty, year, yearly.Opens.In(year), yearly.By.In(year));
                }

                break;
            case DutySchedule.EveryYears years when state.Marks.TryGetValue(years.Anchor, out var anchor):
                for (var n = years.Years; n <= 200; n += years.Years)
                {
                    var anniversary = anchor.Date.AddYears(n);
                    var by = years.By.In(anniversary.Year);
                    yield return Fixed(
                        duty, anniversary.Year, years.Opens.In(anniversary.Year), years.NotBeforeAnniversary && anniversary > by ? anniversary : by);
                }

                break;
            case DutySchedule.PartYearly parts:
                for (var year = start.Year; year <= start.Year + 200; year++)
                {
                    for (var i = 0; i < parts.Opens.Length; i++)
                    {
                        yield return Fixed(duty, year, parts.Opens[i].In(year), parts.By[i].In(year)) with { Part = i + 1 };
                    }
                }

                break;
        }
    }

    private static ComingOccurrence Fixed(DutyRule duty, int year, DateOnly opens, DateOnly by) =>
        new(duty.Name, year, null, opens, null, by, null);

    private static bool IsKnown(CaseState state, ComingOccurrence next)
    {
        if (state.Past.IsEmpty && state.Occurrences.IsEmpty)
        {
            return false;
        }

        var id = next.Id;
        return state.Past.GetValueOrDefault(id, OccurrenceState.NotOwed) != OccurrenceState.NotOwed || IsOpen(state, id);
    }

    private static bool IsOpen(CaseState state, string id)
    {
        foreach (var occurrence in state.Occurrences)
        {
            if (occurrence.Id == id)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReplaced(Rulebook rules, CaseState state, DutyRule duty, ComingOccurrence next) =>
        rules.Policy.Duties.Any(d => d.Case == duty.Case && d.Replaces == duty.Name
            && (IsKnown(state, next with { Duty = d.Name }) || Next(rules, state, d)?.Key == next.Key));

    // A report is owed only where enough of the period it covers lies within the duty's life.
    private static bool Overlaps(Rulebook rules, DutyRule duty, ComingOccurrence next, DateOnly start, DateOnly end)
    {
        if (duty.LeastOverlap is not { } least || Covered(duty.Schedule, next) is not var (from, to))
        {
            return true;
        }

        var first = start > from ? start : from;
        var last = end < to ? end : to;
        return first <= last && Deadlines.Compute(least, first, rules.Calendar, Reckoning.Term).Last <= last.AddDays(1);
    }

    private static (DateOnly From, DateOnly To)? Covered(DutySchedule schedule, ComingOccurrence next) => schedule switch
    {
        DutySchedule.Yearly { CoversPreviousYear: true } => (new DateOnly(next.Day0.Year - 1, 1, 1), new DateOnly(next.Day0.Year - 1, 12, 31)),
        DutySchedule.Yearly => (new DateOnly(next.Day0.Year, 1, 1), new DateOnly(next.Day0.Year, 12, 31)),
        DutySchedule.PartYearly parts => (Subtract(next.Opens, new Calendars.Period(12 / parts.Opens.Length, PeriodUnit.Months)), next.Opens.AddDays(-1)),
        _ => null,
    };

    // What is kept when the life ends is the report of a period that began within it, though it opens after.
    private static DateOnly FirstDay(DutyRule duty, ComingOccurrence next) =>
        duty.WhenLifeEnds == WhenLifeEnds.Keep && Covered(duty.Schedule, next) is var (from, _) && from < next.Opens ? from : next.Opens;

    private static ImmutableSortedDictionary<string, string> StartWith(DutyRule duty, ComingOccurrence next)
    {
        var (from, to) = Covered(duty.Schedule, next) ?? (next.Day0, next.Day0);
        return Empty.Values.SetItem(Period, next.Key).SetItem(PeriodFrom, Tellings.Text(from)).SetItem(PeriodTo, Tellings.Text(to))
            .SetItem(PeriodNext, Tellings.Text(to.AddDays(1)));
    }

    private static DateOnly Subtract(DateOnly date, Calendars.Period period) => period.Unit switch
    {
        PeriodUnit.Days => date.AddDays(-period.Count),
        PeriodUnit.Months => date.AddMonths(-period.Count),
        PeriodUnit.Years => date.AddYears(-period.Count),
        _ => throw new InvalidOperationException("A duty opens a number of days, months or years before its mark."),
    };

}
