using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>A person's action: whether it is theirs, is asked for now and is complete, and then what it does.</summary>
internal static class Actions
{
    public static Refusal? Act(Turn turn, SignalBody.Act act) =>
        act.Procedure is { } id ? OnProcedure(turn, act, id) : Opening(turn, act);

    public static Refusal? File(Turn turn, SignalBody.FileDocument body)
    {
        if (Find(turn, body.Procedure, body.Visit, out var procedure, out var rule, out var stage) is { } refusal)
        {
            return refusal;
        }

        var slot = body.Document.Slot;
        var actor = turn.Signal.Actor;
        var takers = Transitions.Of(rule, stage).Where(t => t.On is Trigger.Action && (t.Needs.Contains(slot) || IsFree(turn, slot)))
            .Select(t => Holders.Of(stage, t))
            .Concat(OptionalActs(stage).Where(o => o.Needs.Contains(slot) || IsFree(turn, slot)).Select(o => ActorRule.One(o.By)));
        if (!takers.Any(by => Holders.RolePlayed(turn.Pack, turn.State, procedure, by, actor) is not null))
        {
            var label = turn.Pack.Documents.TryGetValue(slot, out var document) ? document.Label : new Label(slot, slot);
            return new Refusal(
                "document-not-asked",
                $"当前环节“{stage.Label.Zh}”不需要您提交“{label.Zh}”。",
                $"The stage \"{stage.Label.En}\" does not ask you for \"{label.En}\".");
        }

        FileOne(turn, procedure.Id, body.Document);
        return null;
    }

    public static Refusal? SaveAnswers(Turn turn, SignalBody.SaveAnswers body)
    {
        var isIntake = turn.State.Procedures.Any(p => IsJudged(turn.Pack.Procedure(p.Name).Stage(p.Stage)));
        var mayWrite = turn.State.Procedures.Any(p =>
            turn.Pack.Procedure(p.Name) is var rule && rule.Stage(p.Stage) is StageRule.Task task
            && (IsJudged(task) || (rule.Stages.Any(IsJudged) && task.Transitions.Any(t => t.To is Destination.Back)))
            && Holders.RolePlayed(turn.Pack, turn.State, p, task.By, turn.Signal.Actor) is { } role
            && turn.Pack.Roles[role].Kind == RoleKind.Applicant);
        if (!mayWrite)
        {
            return new Refusal("form-closed", "当前环节不能修改申报书。", "The form cannot be changed at this stage.");
        }

        var wrong = Inputs.WrongSoFar(turn, body.Answers).Concat(isIntake ? [] : Settled(turn, body.Answers)).ToList();
        if (wrong.Count > 0)
        {
            return Refusals.Of("answers-wrong", "申报书有填写错误。", "Some answers are wrong.", null, wrong);
        }

        var changed = body.Answers.Where(a => !turn.Signal.LookedUp.Answers.TryGetValue(a.Key, out var was) || !was.Equals(a.Value))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        if (changed.Count > 0)
        {
            turn.Record(new Change.AnswersSaved(changed));
            CarryFields(turn, changed);
        }

        return null;
    }

    private static bool IsJudged(StageRule stage) => stage.Transitions.Any(t => t.Meets.Length > 0);

    // What the case is known and routed by was checked at intake, which a correction does not repeat.
    private static IEnumerable<RefusalDetail> Settled(Turn turn, ImmutableSortedDictionary<string, FieldValue> answers) =>
        turn.Pack.Form.Where(f => f.Kept && answers.TryGetValue(f.Name, out var now) && turn.State.Fields.TryGetValue(f.Name, out var was) && !now.Equals(was))
            .Select(f => new RefusalDetail(f.Name, new Label("提交后不得修改。", "Fixed once the application is in."), f.Source));

    private static Refusal? OnProcedure(Turn turn, SignalBody.Act act, string id)
    {
        if (Find(turn, id, act.Visit, out var procedure, out var rule, out var stage) is { } refusal)
        {
            return refusal;
        }

        if (OptionalActs(stage).FirstOrDefault(o => o.Name == act.Action) is { } optional)
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

        if (Blocks(turn, procedure, act.Action, transition.Label) is { } blocked)
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

        var documents = Filed(act);
        if (Unready(turn, transition, procedure, act, role, documents) is { } unready)
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

        var role = Holders.RolePlayed(turn.Pack, turn.State, null, Holders.Of(null, opening.Act), turn.Signal.Actor);
        if (role is null)
        {
            return Refusals.NotYours(opening.Act.Label, opening.Act.Source ?? rule.Source);
        }

        if (WhyNotOpen(turn, rule, opening) is { } closed)
        {
            return closed;
        }

        if (Unready(turn, opening.Act, null, act, role, Filed(act)) is { } unready)
        {
            return unready;
        }

        var with = act.Inputs.Where(i => i.Value is not FieldValue.Private)
            .ToImmutableSortedDictionary(i => i.Key, i => i.Value.ToString()!, StringComparer.Ordinal);
        var key = Stages.NextKey(turn.State, rule, with);
        var id = $"{rule.Name}/{key}";
        if (!Stages.MayStart(turn.State, rule, with))
        {
            return new Refusal("already-running", $"“{rule.Label.Zh}”正在进行。", $"\"{rule.Label.En}\" is already running.");
        }

        turn.Record(new Change.ActionTaken(
            null, null, act.Action, role, act.Inputs, act.Reason, opening.Act.Finding, act.Attested, opening.Act.Source));
        turn.Record(new Change.ProcedureStarted(id, rule.Name, key, null, turn.Signal.Actor.Party, with));
        foreach (var document in act.Documents)
        {
            FileOne(turn, id, document);
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
            : Blocks(turn, null, opening.Action, opening.Act.Label);
    }

    private static Refusal? Perform(Turn turn, SignalBody.Act act, string id, StageRule stage, TransitionRule transition, string role)
    {
        foreach (var document in act.Documents)
        {
            FileOne(turn, id, document);
        }

        turn.Record(new Change.ActionTaken(
            id, stage.Name, act.Action, role, act.Inputs, act.Reason, transition.Finding, act.Attested, transition.Source ?? stage.Source));
        RecordChoices(turn, id, transition, act);
        if (!transition.Each)
        {
            Transitions.Take(turn, id, transition, act.Inputs, null, act.Reason);
            return null;
        }

        foreach (var step in transition.Do)
        {
            Steps.Do(turn, step, new StepContext(id, turn.State.Procedure(id)!, act.Inputs, null, act.Reason));
        }

        turn.Record(new Change.RoleSigned(id, role));
        var procedure = turn.State.Procedure(id)!;
        if (Holders.Of(stage).Roles.All(procedure.Signed.Contains) && stage.Transitions.FirstOrDefault(t => t.On is Trigger.AllSigned) is { } all)
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

        if ((StrayDocuments(turn, optional.Needs, act) ?? MissingDocuments(turn, optional.Needs, procedure, Filed(act), optional.Source)) is { } missing)
        {
            return missing;
        }

        if (optional.ReasonRequired && act.Reason is null)
        {
            return ReasonRequired(optional.Label, optional.Source);
        }

        foreach (var document in act.Documents)
        {
            FileOne(turn, procedure.Id, document);
        }

        turn.Record(new Change.ActionTaken(procedure.Id, procedure.Stage, act.Action, role, act.Inputs, act.Reason, null, [], optional.Source));
        turn.Record(new Change.OptionalActHeld(procedure.Id, optional.Name, act.Reason));
        turn.Record(new Change.DiscretionUsed(procedure.Id, optional.Name, optional.Label.Zh, "", act.Reason));
        return null;
    }

    // All that a transition asks for before it may be taken, in the order a person would mend it.
    private static Refusal? Unready(
        Turn turn, TransitionRule transition, Procedure? procedure, SignalBody.Act act, string role, ImmutableHashSet<string> documents)
    {
        if (StrayDocuments(turn, transition.Needs, act) is { } stray)
        {
            return stray;
        }

        if (transition.Each && procedure!.Signed.Contains(role))
        {
            return new Refusal("already-signed", "贵方已签署。", "You have signed already.");
        }

        if (MissingDocuments(turn, transition.Needs, procedure, documents, transition.Source) is { } missing)
        {
            return missing;
        }

        if (transition.ReasonRequired && act.Reason is null)
        {
            return ReasonRequired(transition.Label, transition.Source);
        }

        var wrong = Inputs.Wrong(turn, transition.Ask, act.Inputs, act.Reason is not null).ToList();
        if (wrong.Count > 0)
        {
            return Refusals.Of("inputs-wrong", "所填内容有误。", "Some of what was entered is wrong.", transition.Source, wrong);
        }

        if (transition.SecondFactor && !turn.Signal.Actor.SecondFactor)
        {
            return new Refusal("second-factor", "此操作须输入动态验证码。", "This action needs a time-based code.", transition.Source);
        }

        return Judgement.Against(turn, transition, act, role) ?? Guards.Fails(turn, procedure, transition, act.Inputs);
    }

    // What comes with an act is what it asks for, or what may always be added.
    private static Refusal? StrayDocuments(Turn turn, ImmutableArray<string> needs, SignalBody.Act act)
    {
        var stray = act.Documents.Where(d => !needs.Contains(d.Slot) && !IsFree(turn, d.Slot)).ToList();
        return stray.Count == 0
            ? null
            : Refusals.Of(
                "document-not-asked", "提交了本操作不需要的材料。", "A document was sent that this action does not ask for.", null,
                stray.Select(d => new RefusalDetail(d.Slot, new Label("此处不需要该材料。", "Not asked for here."))));
    }

    private static Refusal? MissingDocuments(
        Turn turn, ImmutableArray<string> needs, Procedure? procedure, ImmutableHashSet<string> brought, Source? source)
    {
        var missing = needs.Where(slot => !brought.Contains(slot) && procedure?.HasFiledOnThisVisit(slot) != true).ToList();
        return missing.Count == 0
            ? null
            : Refusals.Of(
                "documents-missing", "缺少应当提交的材料。", "Documents are missing.", source,
                missing.Select(slot => new RefusalDetail(slot, turn.Pack.Documents[slot].Label, turn.Pack.Documents[slot].Source)));
    }

    private static Refusal ReasonRequired(Label action, Source? source) => Refusals.Of(
        "reason-required", $"办理“{action.Zh}”须说明理由。", $"\"{action.En}\" needs a reason.", source,
        [new RefusalDetail("reason", new Label("必填。", "Required."))]);

    // Where the text leaves a choice to a person, the choice is kept with what was offered.
    private static void RecordChoices(Turn turn, string id, TransitionRule transition, SignalBody.Act act)
    {
        if (transition.Finding is { } finding)
        {
            turn.Record(new Change.DiscretionUsed(id, transition.Word, finding, "", act.Reason));
        }

        foreach (var field in transition.Ask)
        {
            if (field.Type is FieldType.Span span && act.Inputs.TryGetValue(field.Name, out var chosen))
            {
                turn.Record(new Change.DiscretionUsed(id, field.Name, chosen.ToString()!, $"{span.Least}—{span.Most}", act.Reason));
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

    private static void FileOne(Turn turn, string id, FiledDocument document)
    {
        var version = turn.State.Filed.GetValueOrDefault(document.Slot) + 1;
        turn.Record(new Change.DocumentFiled(id, document with { Version = version }, turn.Signal.Actor.Party));
        if (turn.State.Procedure(id)!.Signed.Count > 0)
        {
            turn.Record(new Change.SignaturesVoided(id));
        }
    }

    public static void CarryFields(Turn turn, ImmutableSortedDictionary<string, FieldValue> answers)
    {
        var kept = turn.Pack.Form.Where(f => f.Kept && answers.ContainsKey(f.Name))
            .ToImmutableSortedDictionary(f => f.Name, f => answers[f.Name], StringComparer.Ordinal);
        if (kept.Count > 0)
        {
            turn.Record(new Change.FieldsSet(
                kept,
                kept.TryGetValue("zone-name", out var title) ? title.ToString() : null,
                kept.TryGetValue("region", out var region) ? region.ToString() : null));
        }
    }

    private static Refusal? Blocks(Turn turn, Procedure? procedure, string action, Label label)
    {
        foreach (var running in turn.State.Procedures)
        {
            var rule = turn.Pack.Procedure(running.Name);
            if (rule.Blocks.Any(b => b.Action == action && (procedure is null || b.Procedure == procedure.Name)))
            {
                return Refusals.Blocked(label, rule.Label);
            }
        }

        return null;
    }

    private static Refusal? Find(Turn turn, string id, int visit, out Procedure procedure, out ProcedureRule rule, out StageRule stage)
    {
        (procedure, rule, stage) = (null!, null!, null!);
        if (turn.State.Procedure(id) is not { } found)
        {
            return Refusals.NotRunning(id);
        }

        procedure = found;
        rule = turn.Pack.Procedure(found.Name);
        stage = rule.Stage(found.Stage);
        return found.Visit == visit ? null : Refusals.Moved(stage.Label, found.Entered);
    }

    private static ImmutableHashSet<string> Filed(SignalBody.Act act) => [.. act.Documents.Select(d => d.Slot)];

    private static bool IsFree(Turn turn, string slot) => turn.Pack.Documents.TryGetValue(slot, out var rule) && rule.Free;

    private static ImmutableArray<OptionalAct> OptionalActs(StageRule stage) => stage switch
    {
        StageRule.Task t => t.Optional,
        StageRule.Panel p => p.Optional,
        _ => [],
    };
}
