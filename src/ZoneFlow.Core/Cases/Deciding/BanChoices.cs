using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Whether an outcome's bans are imposed, where the pack leaves that to the deciding official.</summary>
internal static class BanChoices
{
    /// <summary>The choice must be made where there is one, and cannot be made where there is none.</summary>
    public static Refusal? Against(Turn turn, TransitionRule transition, Procedure? procedure, SignalBody.Act act)
    {
        if (procedure is null || OutcomeOf(turn, transition, procedure, act) is not { } outcome)
        {
            return null;
        }

        var questions = turn.Pack.Outcomes.Values.Select(o => o.BanChoice).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (outcome.BanChoice is { } asked && !act.Inputs.ContainsKey(asked))
        {
            return Wrong(transition, asked, new Label("须明确是否适用禁止申报期。", "Say whether the ban is imposed."));
        }

        return act.Inputs.Keys.FirstOrDefault(i => questions.Contains(i) && i != outcome.BanChoice) is { } stray
            ? Wrong(transition, stray, new Label($"“{outcome.Label.Zh}”的禁止申报期由文本确定，不能选择。", $"The bans of \"{outcome.Label.En}\" follow from the text."))
            : null;
    }

    public static bool AreWaived(OutcomeRule outcome, StepContext context) =>
        outcome.BanChoice is { } asked && context.Given.TryGetValue(asked, out var given) && given is FieldValue.Flag { Value: false };

    private static OutcomeRule? OutcomeOf(Turn turn, TransitionRule transition, Procedure procedure, SignalBody.Act act) =>
        transition.Do.OfType<Step.ApplyOutcome>().FirstOrDefault() is { } step
            && turn.Pack.Outcomes.TryGetValue(new StepContext(procedure.Id, procedure, act.Inputs, null, null).Text(turn, step.Outcome), out var outcome)
            ? outcome
            : null;

    private static Refusal Wrong(TransitionRule transition, string input, Label what) =>
        Refusals.Of("inputs-wrong", "所填内容有误。", "Some of what was entered is wrong.", transition.Source, [new RefusalDetail(input, what)]);
}
