using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Entering and leaving stages: the deadline that begins, the people who are told, the notice that goes up.</summary>
internal static class Stages
{
    public static void Start(
        Turn turn, string name, string key, string? occurrence, PartyId? opener, ImmutableSortedDictionary<string, string> with,
        bool told = true)
    {
        var rule = turn.Pack.Procedure(name);
        var id = $"{name}/{key}";
        turn.Record(new Change.ProcedureStarted(id, name, key, occurrence, opener, with));
        Enter(turn, id, rule.First, Empty.Inputs, told: told);
    }

    /// <summary>
    /// The key of the next run of a procedure: its start value where it is keyed, a running number otherwise. A key whose run is
    /// over is numbered, so that no two runs ever share an id and an old link never fits a new run.
    /// </summary>
    public static string NextKey(CaseState state, ProcedureRule rule, ImmutableSortedDictionary<string, string> with)
    {
        if (rule is not { Runs: ProcedureRuns.Keyed, Key: { } key } || !with.TryGetValue(key, out var value))
        {
            return $"{state.Procedures.Count(p => p.Name == rule.Name) + state.Ended.Keys.Count(id => id.StartsWith($"{rule.Name}/", StringComparison.Ordinal)) + 1}";
        }

        return FreshKey(state, rule.Name, value);
    }

    /// <summary>A key that no run of the procedure has had: the key itself, or numbered where its run is over.</summary>
    public static string FreshKey(CaseState state, string procedure, string key)
    {
        var id = $"{procedure}/{key}";
        var over = state.Ended.Keys.Count(e => e == id || e.StartsWith($"{id}-", StringComparison.Ordinal));
        return over == 0 ? key : $"{key}-{over + 1}";
    }

    /// <summary>Whether another run may begin beside those running: one at a time, one for a value of the key, or any number.</summary>
    public static bool MayStart(CaseState state, ProcedureRule rule, ImmutableSortedDictionary<string, string> with) => rule.Runs switch
    {
        ProcedureRuns.OneAtATime => !state.IsRunning(rule.Name),
        ProcedureRuns.Keyed => rule.Key is not { } key || !state.Procedures.Any(
            p => p.Name == rule.Name && p.With.TryGetValue(key, out var running) && with.TryGetValue(key, out var value) && running == value),
        _ => true,
    };

    /// <param name="given">Inputs of the action that led here: one of them may be the stage's length of time.</param>
    /// <param name="told">Whether its holders hear of it now; false where one mail tells them of several.</param>
    public static void Enter(
        Turn turn, string id, string stageName, ImmutableSortedDictionary<string, FieldValue> given, Confided? reason = null, bool returned = false,
        bool told = true)
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
            SetDue(turn, id, stage, Due(stage), given);
        }

        if (!told)
        {
            return;
        }

        var procedure = turn.State.Procedure(id)!;
        Tellings.Tell(
            turn, TellKind.Task, Holders.Roles(turn.Pack, procedure, Holders.Of(stage)), procedure, DeadlineOf(turn.State, procedure), turn.NotBefore, reason);
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
    /// <param name="by">The procedure that set it; what a second run of the same procedure counts from is its own.</param>
    public static void AnchorMoved(Turn turn, string mark, Procedure? by)
    {
        foreach (var procedure in turn.State.Procedures.Where(p => p.Due?.Anchor == mark && (p.Id == by?.Id || p.Name != by?.Name)))
        {
            var stage = turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage);
            Move(turn, procedure.Due!, procedure.Due! with { Day0 = turn.State.Marks[mark].Date }, Reminders(stage), $"mark:{mark}");
        }
    }

    public static void Move(Turn turn, Deadline was, Deadline anchored, ReminderRule reminders, string because, DateOnly? floor = null)
    {
        var now = Dates.Again(turn, anchored, reminders);
        if (floor is { } earliest && now.Last < earliest)
        {
            now = Dates.NotBefore(turn, now, earliest, reminders);
        }

        if (now != was)
        {
            turn.Record(new Change.DeadlineMoved(was.Id, was.Last, now, because));
        }
    }

    private static void SetDue(Turn turn, string id, StageRule stage, DueRule? due, ImmutableSortedDictionary<string, FieldValue> given)
    {
        var procedure = turn.State.Procedure(id)!;
        switch (due)
        {
            case DueRule.Within within:
                var budget = within.Budget ?? Chosen(procedure, given, within.Input!);
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

    private static Period Chosen(Procedure procedure, ImmutableSortedDictionary<string, FieldValue> given, string input) =>
        given.TryGetValue(input, out var chosen) && chosen is FieldValue.Span span ? span.Value : Period.Parse(procedure.With[input]);

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
