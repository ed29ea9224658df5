using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Answers on the application form.</summary>
internal static class FormAnswers
{
    /// <summary>Keeps answers where the form is open: before it is judged, or while it is being corrected.</summary>
    public static Refusal? Save(Turn turn, SignalBody.SaveAnswers body)
    {
        var isIntake = turn.State.Procedures.Any(p => IsJudged(turn.Pack.Procedure(p.Name).Stage(p.Stage)));
        if (!MayWrite(turn))
        {
            return new Refusal("form-closed", "当前环节不能修改申报书。", "The form cannot be changed at this stage.");
        }

        var wrong = Inputs.WrongSoFar(turn, body.Answers).Concat(isIntake ? [] : Settled(turn, body.Answers)).Concat(Counted(turn, body.Answers)).ToList();
        if (wrong.Count > 0)
        {
            return Refusals.Of("answers-wrong", "申报书有填写错误。", "Some answers are wrong.", null, wrong);
        }

        Keep(turn, body.Answers.Where(a => !turn.Signal.LookedUp.Answers.TryGetValue(a.Key, out var was) || !was.Equals(a.Value))
            .ToImmutableSortedDictionary(StringComparer.Ordinal));
        return null;
    }

    /// <summary>Whether the actor may write on the form now: before it is judged, or while it is being corrected.</summary>
    public static bool MayWrite(Turn turn) => turn.State.Procedures.Any(p =>
        turn.Pack.Procedure(p.Name) is var rule && rule.Stage(p.Stage) is StageRule.Task task
        && (IsJudged(task) || (rule.Stages.Any(IsJudged) && task.Transitions.Any(t => t.To is Destination.Back)))
        && Holders.RolePlayed(turn.Pack, turn.State, p, task.By, turn.Signal.Actor) is { } role
        && turn.Pack.Roles[role].Kind == RoleKind.Applicant);

    /// <summary>Puts what is counted from a roster in the place of the form's answers, while the form is open.</summary>
    public static void Count(Turn turn, IEnumerable<KeyValuePair<string, decimal>> counts)
    {
        if (MayWrite(turn))
        {
            Keep(turn, counts.Where(c => turn.Pack.Form.Any(f => f.Name == c.Key))
                .ToImmutableSortedDictionary(c => c.Key, c => (FieldValue)new FieldValue.Number(c.Value), StringComparer.Ordinal));
        }
    }

    private static void Keep(Turn turn, ImmutableSortedDictionary<string, FieldValue> changed)
    {
        if (changed.Count == 0)
        {
            return;
        }

        turn.Record(new Change.AnswersSaved(changed));
        CarryFields(turn, changed);
        // The form is one of the papers that are signed together.
        foreach (var procedure in turn.State.Procedures.Where(p => turn.Pack.Procedure(p.Name).Stages.Any(IsJudged)))
        {
            Signing.Void(turn, procedure.Id);
        }
    }

    // A number that is counted from a roster changes with the roster and not by hand.
    private static IEnumerable<RefusalDetail> Counted(Turn turn, ImmutableSortedDictionary<string, FieldValue> answers) =>
        from answer in answers
        where answer.Value is FieldValue.Number
        let counted = Rosters.Of(turn, answer.Key)
        where counted is { } known && known.Value != ((FieldValue.Number)answer.Value).Value
        select new RefusalDetail(
            answer.Key, new Label($"由{counted.Value.Rule.Label.Zh}计数，为{counted.Value.Value:0.####}；请更正名录。", $"Counted from {counted.Value.Rule.Label.En ?? counted.Value.Rule.Label.Zh}: {counted.Value.Value:0.####}. Mend the roster."),
            counted.Value.Rule.Source);

    private static bool IsJudged(StageRule stage) => stage.Transitions.Any(t => t.Meets.Length > 0);

    // What the case is known and routed by was checked at intake, which a correction does not repeat.
    private static IEnumerable<RefusalDetail> Settled(Turn turn, ImmutableSortedDictionary<string, FieldValue> answers) =>
        turn.Pack.Form.Where(f => f.Kept && answers.TryGetValue(f.Name, out var now) && turn.State.Fields.TryGetValue(f.Name, out var was) && !now.Equals(was))
            .Select(f => new RefusalDetail(f.Name, new Label("提交后不得修改。", "Fixed once the application is in."), f.Source));

    /// <summary>Carries the answers that later decisions read into the case, the title and the region among them.</summary>
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
}
