using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Entering and leaving stages: the deadline that begins, the people who are told, the notice that goes up.</summary>
internal static class Stages
{
    public static void Start(
        Turn turn, string name, string key, string? occurrence, PartyId? opener, ImmutableSortedDictionary<string, string> with)
    {
        var rule = turn.Pack.Procedure(name);
        var id = $"{name}/{key}";
        turn.Record(new Change.ProcedureStarted(id, name, key, occurrence, opener, with));
        Enter(turn, id, rule.First);
    }

    /// <summary>The key of the next run of a procedure: its start value where it is keyed, a running number otherwise. No key comes twice.</summary>
    public static string NextKey(CaseState state, ProcedureRule rule, ImmutableSortedDictionary<string, string> with)
    {
        var before = state.Ended.Keys.Count(id => id.StartsWith(rule.Name + "/", StringComparison.Ordinal));
        if (rule is not { Runs: ProcedureRuns.Keyed, Key: { } key } || !with.TryGetValue(key, out var value))
        {
            return $"{state.Procedures.Count(p => p.Name == rule.Name) + before + 1}";
        }

        return state.Ended.ContainsKey($"{rule.Name}/{value}") ? $"{value}-{before + 1}" : value;
    }

    public static void Enter(Turn turn, string id, string stageName, bool returned = false)
    {
        var before = turn.State.Procedure(id)!;
        var rule = turn.Pack.Procedure(before.Name);
        var stage = rule.Stage(stageName);
        turn.Record(new Change.StageEntered(id, stageName, before.Visit + 1, turn.At, returned));
        switch (stage)
        {
            case StageRule.End end:
                turn.Record(new Change.ProcedureEnded(id, end.Result));
                return;
            case StageRule.Notice notice:
                Notices.Publish(turn, id, notice);
                return;
            case StageRule.Wait { Until: { } until }:
                SetDue(turn, id, stage, until, turn.State.Marks[until].Date, null, Reckoning.Term, stage.Source ?? Source.Norm(""));
                return;
            case StageRule.Wait:
                return;
        }

        if (stage is StageRule.Task { Pauses: true } && before.Stage.Length > 0)
        {
            Pause(turn, before);
        }

        if (returned)
        {
            Resume(turn, id, before.Paused!);
        }
        else
        {
            SetDue(turn, id, stage, Due(stage));
        }

        var procedure = turn.State.Procedure(id)!;
        Tellings.Tell(
            turn, TellKind.Task, Holders.Roles(turn.Pack, procedure, Holders.Of(stage)), procedure, DeadlineOf(turn.State, procedure), turn.At,
            turn.Signal.Body is SignalBody.Act act ? act.Reason : null);
    }

    public static ReminderRule Reminders(StageRule stage) => stage switch
    {
        StageRule.Task t => t.Reminders,
        StageRule.Panel p => p.Reminders,
        _ => ReminderRule.Silent,
    };

    public static DueRule? Due(StageRule stage) => stage switch
    {
        StageRule.Task t => t.Due,
        StageRule.Panel p => p.Due,
        _ => null,
    };

    /// <summary>How often the holders of a stage without a date are asked again, or null where it has a date.</summary>
    public static Period? AskAgain(StageRule stage, Procedure procedure) => stage switch
    {
        StageRule.Wait { Until: null } wait => wait.AskAgain,
        _ when procedure.Due is null && Due(stage) is DueRule.None none => none.AskAgain,
        _ => null,
    };

    /// <summary>What a procedure is held to now: its stage's own deadline, or that of the duty that started it.</summary>
    public static Deadline? DeadlineOf(CaseState state, Procedure procedure) =>
        procedure.Due ?? state.Occurrences.FirstOrDefault(o => o.Id == procedure.Occurrence)?.Due;

    /// <summary>Computes the deadlines that are anchored on a mark again, because the mark has moved.</summary>
    public static void AnchorMoved(Turn turn, string mark)
    {
        foreach (var procedure in turn.State.Procedures.Where(p => p.Due?.Anchor == mark))
        {
            var stage = turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage);
            Move(turn, procedure.Due!, procedure.Due! with { Day0 = turn.State.Marks[mark].Date }, Reminders(stage), $"mark:{mark}");
        }
    }

    public static void Move(Turn turn, Deadline was, Deadline anchored, ReminderRule reminders, string because)
    {
        var now = Dates.Again(turn, anchored, reminders);
        if (now != was)
        {
            turn.Record(new Change.DeadlineMoved(was.Id, was.Last, now, because));
        }
    }

    private static void SetDue(Turn turn, string id, StageRule stage, DueRule? due)
    {
        var procedure = turn.State.Procedure(id)!;
        switch (due)
        {
            case DueRule.Within within:
                var budget = within.Budget ?? Period.Parse(procedure.With[within.Input!]);
                var (anchor, day0) = within.From is { } from ? (from, turn.State.Marks[from].Date) : ((string?)null, turn.Today);
                SetDue(turn, id, stage, anchor, day0, budget, turn.Pack.Reckoning, within.Source);
                break;
            case DueRule.At at when turn.State.Marks.TryGetValue(at.Mark, out var mark):
                SetDue(turn, id, stage, at.Mark, mark.Date, null, turn.Pack.Reckoning, at.Source);
                break;
        }
    }

    private static void SetDue(
        Turn turn, string id, StageRule stage, string? anchor, DateOnly day0, Period? budget, Reckoning reckoning, Source source)
    {
        var deadline = Dates.Make(turn, DeadlineId(turn.State.Procedure(id)!), anchor, day0, budget, reckoning, [], source, Reminders(stage));
        turn.Record(new Change.DeadlineSet(id, deadline));
    }

    internal static string DeadlineId(Procedure procedure) => $"{procedure.Id}/{procedure.Stage}/{procedure.Visit}";

    // The day of the return is the office's, the day the file comes back is the applicant's: what lies between,
    // with the latter, is not counted.
    private static void Pause(Turn turn, Procedure from)
    {
        var due = from.Due is { } d
            ? d with { Suspensions = d.Suspensions.Add(new Suspension(turn.Today.AddDays(1), null)) }
            : null;
        turn.Record(new Change.DeadlinePaused(from.Id, from.Stage, due));
    }

    private static void Resume(Turn turn, string id, PausedStage paused)
    {
        if (paused.Due is not { } due)
        {
            return;
        }

        var stage = turn.Pack.Procedure(turn.State.Procedure(id)!.Name).Stage(paused.Stage);
        var open = due.Suspensions[^1];
        var closed = turn.Today < open.From
            ? due.Suspensions.RemoveAt(due.Suspensions.Length - 1)
            : due.Suspensions.SetItem(due.Suspensions.Length - 1, open with { To = turn.Today });
        var resumed = due with { Id = DeadlineId(turn.State.Procedure(id)!), Suspensions = closed };
        turn.Record(new Change.DeadlineSet(id, Dates.Again(turn, resumed, Reminders(stage))));
    }
}
