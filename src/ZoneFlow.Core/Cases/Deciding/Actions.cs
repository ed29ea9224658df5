using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>A person's action: whether it is theirs, is asked for now and is complete, and then what it does.</summary>
internal static class Actions
{
    public static Refusal? Act(Turn turn, SignalBody.Act act) =>
        act.Procedure is { } id ? OnProcedure(turn, act, id) : Opening(turn, act);

    private static Refusal? OnProcedure(Turn turn, SignalBody.Act act, string id)
    {
        if (AtHand.Find(turn, id, act.Visit, out var procedure, out var rule, out var stage) is { } refusal)
        {
            return refusal;
        }

        if (stage.OptionalActs.FirstOrDefault(o => o.Name == act.Action) is { } optional)
        {
            return Hold(turn, act, procedure, optional);
        }

        var transition = Transitions.Of(rule, stage).FirstOrDefault(t => t.On is Trigger.Action && t.Word == act.Action);
        if (transition is null)
        {
            return Refusals.NoSuchAction(act.Action, stage.Label);
        }

        var role = Holders.RolePlayed(turn.Pack, turn.State, procedure, Holders.Of(stage, transition), turn.Signal.Actor);
        if (role is null)
        {
            return Refusals.NotYours(transition.Label, transition.Source ?? stage.Source);
        }

        if (Blocks(turn.Pack, turn.State, procedure, act.Action, transition.Label) is { } blocked)
        {
            return blocked;
        }

        if (transition.AfterDue && (procedure.Due is null || turn.Received < procedure.Due.DueAt))
        {
            return new Refusal("not-yet-due", "期限尚未届满。", "The time given has not run out yet.", transition.Source);
        }

        if (stage is StageRule.Panel panel && stage.Transitions.Contains(transition) && transition.To is not Destination.Stay
            && Panels.Incomplete(turn, procedure, panel, transition) is { } incomplete)
        {
            return incomplete;
        }

        if (Readiness.Against(turn, transition, procedure, act, role) is { } unready)
        {
            return unready;
        }

        return Perform(turn, act, procedure.Id, stage, transition, role);
    }

    private static Refusal? Opening(Turn turn, SignalBody.Act act)
    {
        var rule = turn.Pack.Procedures.FirstOrDefault(p => p.Case == turn.State.Kind && p.OpenedBy?.Action == act.Action);
        if (rule?.OpenedBy is not { } opening)
        {
            return new Refusal("no-such-action", $"没有操作“{act.Action}”。", $"There is no action \"{act.Action}\".");
        }

        var item = rule.PerItem ? PlanInputs.ItemOf(null, act) : null;
        var role = Holders.RolePlayed(turn.Pack, turn.State, null, Holders.Of(null, opening.Act), turn.Signal.Actor, item);
        if (role is null)
        {
            return Refusals.NotYours(opening.Act.Label, opening.Act.Source ?? rule.Source);
        }

        if (WhyNotOpen(turn, rule, opening) is { } closed)
        {
            return closed;
        }

        if (Readiness.Against(turn, opening.Act, null, act, role) is { } unready)
        {
            return unready;
        }

        var with = act.Inputs.Where(i => i.Value is not (FieldValue.Private or FieldValue.Measures))
            .ToImmutableSortedDictionary(i => i.Key, i => i.Value.ToString()!, StringComparer.Ordinal);
        var key = Stages.NextKey(turn.State, rule, with);
        var id = $"{rule.Name}/{key}";
        if (!Stages.MayStart(turn.State, rule, with))
        {
            return new Refusal("already-running", $"“{rule.Label.Zh}”正在进行。", $"\"{rule.Label.En}\" is already running.");
        }

        turn.Record(new Change.ActionTaken(
            null, null, act.Action, role, act.Inputs, act.Reason, opening.Act.Finding, act.Attested, opening.Act.Source));
        BanSubjects.Note(turn, opening.Act);
        turn.Record(new Change.ProcedureStarted(id, rule.Name, key, null, turn.Signal.Actor.Party, with));
        foreach (var document in act.Documents)
        {
            Filings.File(turn, id, document);
        }

        var context = new StepContext(id, turn.State.Procedure(id)!, act.Inputs, null, act.Reason);
        foreach (var step in opening.Act.Do)
        {
            Steps.Do(turn, step, context);
        }

        JudgeLateness(turn, id, opening);
        Stages.Enter(turn, id, rule.First, act.Inputs, act.Reason);
        return null;
    }

    /// <summary>Why a procedure cannot be opened as things stand, or null where it can.</summary>
    public static Refusal? WhyNotOpen(Turn turn, ProcedureRule rule, OpeningRule opening)
    {
        if (opening.While.Length > 0 && !opening.While.Contains(turn.State.Standing))
        {
            var standing = turn.Case.Standing(turn.State.Standing).Label;
            return new Refusal(
                "standing", $"当前为“{standing.Zh}”，不能办理“{opening.Act.Label.Zh}”。",
                $"\"{opening.Act.Label.En}\" is not open while \"{standing.En}\".", opening.Act.Source ?? rule.Source);
        }

        return rule.Runs == ProcedureRuns.OneAtATime && turn.State.IsRunning(rule.Name)
            ? new Refusal("already-running", $"“{rule.Label.Zh}”正在进行。", $"\"{rule.Label.En}\" is already running.")
            : Blocks(turn.Pack, turn.State, null, opening.Action, opening.Act.Label);
    }

    private static Refusal? Perform(Turn turn, SignalBody.Act act, string id, StageRule stage, TransitionRule transition, string role)
    {
        foreach (var document in act.Documents)
        {
            Filings.File(turn, id, document);
        }

        turn.Record(new Change.ActionTaken(
            id, stage.Name, act.Action, role, act.Inputs, act.Reason, transition.Finding, act.Attested, transition.Source ?? stage.Source));
        BanSubjects.Note(turn, transition);
        RecordChoices(turn, id, transition, act, role);
        if (!transition.Each)
        {
            Transitions.Take(turn, id, transition, act.Inputs, null, act.Reason);
            return null;
        }

        foreach (var step in transition.Do)
        {
            Steps.Do(turn, step, new StepContext(id, turn.State.Procedure(id)!, act.Inputs, null, act.Reason));
        }

        var signature = Holders.SignatureOf(turn.Pack, role, turn.Signal.Actor);
        turn.Record(new Change.RoleSigned(id, signature.Role, signature.Party));
        var procedure = turn.State.Procedure(id)!;
        if (Holders.Signatories(turn.Pack, turn.State, procedure, Holders.Of(stage)).All(procedure.Signed.Contains) && stage.Transitions.FirstOrDefault(t => t.On is Trigger.AllSigned) is { } all)
        {
            Transitions.Take(turn, id, all, act.Inputs, null, act.Reason);
        }

        return null;
    }

    private static Refusal? Hold(Turn turn, SignalBody.Act act, Procedure procedure, OptionalAct optional)
    {
        var by = ActorRule.One(optional.By);
        if (Holders.RolePlayed(turn.Pack, turn.State, procedure, by, turn.Signal.Actor) is not { } role)
        {
            return Refusals.NotYours(optional.Label, optional.Source);
        }

        if (Readiness.Against(turn, optional, procedure, act) is { } unready)
        {
            return unready;
        }

        foreach (var document in act.Documents)
        {
            Filings.File(turn, procedure.Id, document);
        }

        turn.Record(new Change.ActionTaken(procedure.Id, procedure.Stage, act.Action, role, act.Inputs, act.Reason, null, [], optional.Source));
        turn.Record(new Change.OptionalActHeld(procedure.Id, optional.Name, act.Reason));
        if (!optional.Always)
        {
            turn.Record(new Change.DiscretionUsed(procedure.Id, optional.Name, optional.Label.Zh, "", act.Reason));
        }

        return null;
    }

    // Where the text leaves a choice to a person, the choice is kept with what was offered.
    private static void RecordChoices(Turn turn, string id, TransitionRule transition, SignalBody.Act act, string role)
    {
        if (transition.Finding is { } finding)
        {
            turn.Record(new Change.DiscretionUsed(id, transition.Word, finding, "", act.Reason));
        }

        Relaxations.Record(turn, id, transition, act, role);
        foreach (var field in transition.Ask)
        {
            if (field.Type is FieldType.Span span && act.Inputs.TryGetValue(field.Name, out var chosen))
            {
                turn.Record(new Change.DiscretionUsed(id, field.Name, chosen.ToString()!, $"{span.Least}—{span.Most}", act.Reason));
            }
            else if (field.Type is FieldType.Items { Ranked: true } items && act.Inputs.TryGetValue(field.Name, out var list) && list is FieldValue.Many many)
            {
                RankedChoice.Record(turn, id, field, items, many, act.Reason);
            }
            else if (field.Type is FieldType.YesNo && act.Inputs.TryGetValue(field.Name, out var answer) && turn.Pack.Outcomes.Values.Any(o => o.BanChoice == field.Name))
            {
                turn.Record(new Change.DiscretionUsed(id, field.Name, answer is FieldValue.Flag { Value: true } ? "适用" : "不适用", "", act.Reason));
            }
        }
    }

    private static void JudgeLateness(Turn turn, string id, OpeningRule opening)
    {
        if (opening.Late is not { } late)
        {
            return;
        }

        var last = Deadlines.Compute(late.Within, turn.State.Marks[late.From].Date, turn.Calendar, turn.Pack.Reckoning);
        if (turn.Received >= last.DueAt)
        {
            turn.Record(new Change.FiledLate(id, late.From, last.Last, late.Source));
        }
    }

    /// <summary>Why a running procedure holds an action, or null where none does.</summary>
    public static Refusal? Blocks(Pack pack, CaseState state, Procedure? procedure, string action, Label label)
    {
        foreach (var running in state.Procedures)
        {
            var rule = pack.Procedure(running.Name);
            if (rule.Blocks.Any(b => b.Action == action && (procedure is null || b.Procedure == procedure.Name)))
            {
                return Refusals.Blocked(label, rule.Label);
            }
        }

        return null;
    }
}
