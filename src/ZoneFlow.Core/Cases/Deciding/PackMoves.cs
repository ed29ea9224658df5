using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>
/// Moves a case to another revision of its pack, by an explicit act of the operator: without one, every procedure ends under
/// the revision it began. All that lives is mapped by name or the case stays; budgets that run go on running unless the
/// map re-times them; no date moves earlier; nothing that the old revision did not ask for is owed for the time before.
/// </summary>
internal static class PackMoves
{
    public static Refusal? Move(Turn turn, SignalBody.MoveToPack body)
    {
        if (!turn.Signal.Actor.IsOperator)
        {
            return Refusals.NotYours(new Label("更换政策版本", "Move to another revision of the policy"), null);
        }

        if (turn.Rules.Next is not { } next || next.Revision != body.To)
        {
            return new Refusal("no-such-pack", $"没有发布过版本{body.To}。", $"The revision {body.To} is not published here.");
        }

        var (was, before) = (turn.Pack, turn.State);
        if (before.Pack == body.To)
        {
            return null;
        }

        if (Counterparts.Against(was, next, before, body.Map) is { Count: > 0 } wrong)
        {
            return Refusals.Of(
                "pack-incompatible", $"不能改按版本{body.To}办理，仍按{was.Revision}办理。", $"The case cannot move to {body.To} and stays under {was.Revision}.", null, wrong);
        }

        var now = turn.Rules.Under(next);
        var moved = new Change.MovedToPack(before.Pack, body.To, body.Map, []);
        turn.Record(moved with { Spared = Spared(now, Lifecycle.Apply(turn.Signal.Case, before, moved), turn.Today) });
        turn.Rules = now;
        SetMarks(turn, was, body.Map);
        foreach (var procedure in before.Procedures)
        {
            SetDue(turn, was, procedure, body.Map);
        }

        foreach (var occurrence in before.Occurrences)
        {
            SetDue(turn, was, occurrence, body.Map);
        }

        OpenWhatIsNew(turn);
        return null;
    }

    // What would have fallen due before today was never asked for.
    private static ImmutableArray<string> Spared(Rulebook rules, CaseState after, DateOnly today)
    {
        var spared = ImmutableArray.CreateBuilder<string>();
        foreach (var duty in rules.Policy.Duties.Where(d => d.Case == after.Kind))
        {
            while (Duties.Next(rules, after, duty) is { } coming && coming.Opens <= today
                && Dates.Compute(rules.Calendar, coming.Day0, coming.Budget, rules.Policy.Reckoning, []).Last < today)
            {
                spared.Add(coming.Id);
                after = after with { Past = after.Past.SetItem(coming.Id, OccurrenceState.Skipped) };
            }
        }

        return spared.ToImmutable();
    }

    // Dates that the new revision derives and the old one did not; one that both have stays unless it is re-timed to a later day.
    private static void SetMarks(Turn turn, Pack was, RevisionMap map)
    {
        foreach (var rule in turn.Pack.Marks.Values.Where(r => turn.State.Marks.ContainsKey(r.After)))
        {
            var date = Deadlines.Compute(rule.For, turn.State.Marks[rule.After].Date, turn.Calendar, Reckoning.Term).Last;
            var stands = turn.State.Marks.TryGetValue(rule.Name, out var mark);
            var retimed = was.Marks.Keys.Any(old => map.Mark(old) == rule.Name && map.Retime.Contains(old));
            if (!stands || (retimed && date > mark!.Date))
            {
                Steps.SetMark(turn, rule.Name, date, null, rule.After);
            }
        }
    }

    private static void SetDue(Turn turn, Pack was, Procedure old, RevisionMap map)
    {
        var procedure = turn.State.Procedure(map.ProcedureId(old.Id))!;
        var stage = turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage);
        var retimed = map.Retime.Contains($"{old.Name}/{old.Stage}");
        if (procedure.Due is not { } due)
        {
            SetFirst(turn, procedure, stage);
            return;
        }

        var anew = (retimed, stage) switch
        {
            (true, StageRule.Notice notice) => due with { Budget = notice.Rule.For, Source = notice.Rule.Source },
            (true, _) when Stages.Due(stage) is DueRule.Within { Budget: { } budget } within => due with { Budget = budget, Source = within.Source },
            (true, _) when Stages.Due(stage) is DueRule.At at && turn.State.Marks.TryGetValue(at.Mark, out var mark) =>
                due with { Anchor = at.Mark, Day0 = mark.Date, Budget = null, Source = at.Source },
            _ => due,
        };
        Keep(turn, due, anew, Stages.Reminders(was.Procedure(old.Name).Stage(old.Stage)), Stages.Reminders(stage));
    }

    private static void SetDue(Turn turn, Pack was, Occurrence old, RevisionMap map)
    {
        var occurrence = turn.State.Occurrences.First(o => o.Id == map.OccurrenceId(old.Id));
        var duty = turn.Pack.Duty(occurrence.Duty);
        var anew = map.Retime.Contains(old.Duty) && Duties.Anew(turn.State, duty, occurrence.Id) is { } coming
            ? occurrence.Due with { Anchor = coming.Anchor, Day0 = coming.Day0, Budget = coming.Budget, Source = duty.Source }
            : occurrence.Due;
        Keep(turn, occurrence.Due, anew, was.Duty(old.Duty).Reminders, duty.Reminders);
    }

    // The later of the two; and the rungs of the new ladder that lie behind us count as claimed. Where neither the last day nor the
    // ladder is another, what was told stays told, though a calendar may have put its rung ahead of us since.
    private static void Keep(Turn turn, Deadline due, Deadline anew, ReminderRule before, ReminderRule reminders)
    {
        var again = anew == due ? due : Dates.Again(turn, anew, reminders);
        var now = Dates.Recounted(turn, again.Last >= due.Last ? again : due, reminders);
        if (now.Last == due.Last && before.Rungs.SequenceEqual(reminders.Rungs))
        {
            now = now with { RungsClaimed = Math.Max(now.RungsClaimed, due.RungsClaimed) };
        }

        if (now != due)
        {
            turn.Record(new Change.DeadlineMoved(due.Id, due.Last, now, "pack"));
        }
    }

    // A stage that had no date and has one now: counted from today, and never born overdue.
    private static void SetFirst(Turn turn, Procedure procedure, StageRule stage)
    {
        (string? Anchor, DateOnly Day0, Period? Budget, Source Source)? first = Stages.Due(stage) switch
        {
            DueRule.Within { Budget: { } budget } within => (null, turn.Today, budget, within.Source),
            DueRule.At at when turn.State.Marks.TryGetValue(at.Mark, out var mark) => (at.Mark, mark.Date, null, at.Source),
            _ => null,
        };
        if (first is var (anchor, day0, length, source))
        {
            var made = Dates.Make(turn, Stages.DeadlineId(procedure), anchor, day0, length, turn.Pack.Reckoning, [], source, Stages.Reminders(stage));
            var earliest = Deadlines.Compute(Dates.LeastNotice, turn.Today, turn.Calendar, Reckoning.Term).Last;
            turn.Record(new Change.DeadlineSet(procedure.Id, made.Last < turn.Today ? Dates.NotBefore(turn, made, earliest, Stages.Reminders(stage)) : made));
        }
    }

    private static void OpenWhatIsNew(Turn turn)
    {
        foreach (var duty in turn.Pack.Duties.Where(d => d.Case == turn.State.Kind))
        {
            while (Duties.Next(turn.Rules, turn.State, duty) is { } coming && coming.Opens <= turn.Today)
            {
                Duties.Open(turn, coming.Id, turn.Today);
            }
        }
    }
}
