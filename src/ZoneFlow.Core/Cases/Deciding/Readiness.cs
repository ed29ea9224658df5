using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Whether an action brings all that it asks for: documents, a reason, inputs, a second factor, conditions.</summary>
internal static class Readiness
{
    /// <summary>What stands against a transition, in the order a person would mend it, or null where nothing does.</summary>
    public static Refusal? Against(Turn turn, TransitionRule transition, Procedure? procedure, SignalBody.Act act, string role)
    {
        if (StrayDocuments(turn, transition.Needs, act) is { } stray)
        {
            return stray;
        }

        if (transition.Each && procedure!.Signed.Contains(Holders.SignatureOf(turn.Pack, role, turn.Signal.Actor)))
        {
            return new Refusal("already-signed", "贵方已签署。", "You have signed already.");
        }

        if (MissingDocuments(turn, transition.Needs, procedure, act, transition.Source) is { } missing)
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

        if (PlanInputs.Against(turn, transition, procedure, act) is { } unfit)
        {
            return unfit;
        }

        if (transition.SecondFactor && !turn.Signal.Actor.SecondFactor)
        {
            return new Refusal("second-factor", "此操作须输入动态验证码。", "This action needs a time-based code.", transition.Source);
        }

        return Judgement.Against(turn, transition, act, role) ?? Guards.Fails(turn, procedure, transition, act.Inputs)
            ?? BanChoices.Against(turn, transition, procedure, act) ?? Ranking.Missing(turn, transition, procedure);
    }

    /// <summary>The same of an optional act of a stage.</summary>
    public static Refusal? Against(Turn turn, OptionalAct optional, Procedure procedure, SignalBody.Act act) =>
        StrayDocuments(turn, optional.Needs, act)
        ?? MissingDocuments(turn, optional.Needs, procedure, act, optional.Source)
        ?? (optional.ReasonRequired && act.Reason is null ? ReasonRequired(optional.Label, optional.Source) : null);

    // What comes with an act is what it asks for, or what may always be added.
    private static Refusal? StrayDocuments(Turn turn, ImmutableArray<string> needs, SignalBody.Act act)
    {
        var stray = act.Documents.Where(d => !needs.Contains(d.Slot) && !Filings.IsFree(turn, d.Slot)).ToList();
        return stray.Count == 0
            ? null
            : Refusals.Of(
                "document-not-asked", "提交了本操作不需要的材料。", "A document was sent that this action does not ask for.", null,
                stray.Select(d => new RefusalDetail(d.Slot, new Label("此处不需要该材料。", "Not asked for here."))));
    }

    private static Refusal? MissingDocuments(
        Turn turn, ImmutableArray<string> needs, Procedure? procedure, SignalBody.Act act, Source? source)
    {
        var missing = needs.Where(slot => act.Documents.All(d => d.Slot != slot) && procedure?.HasFiledOnThisVisit(slot) != true).ToList();
        return missing.Count == 0
            ? null
            : Refusals.Of(
                "documents-missing", "缺少应当提交的材料。", "Documents are missing.", source,
                missing.Select(slot => new RefusalDetail(slot, turn.Pack.Documents[slot].Label, turn.Pack.Documents[slot].Source)));
    }

    private static Refusal ReasonRequired(Label action, Source? source) => Refusals.Of(
        "reason-required", $"办理“{action.Zh}”须说明理由。", $"\"{action.En}\" needs a reason.", source,
        [new RefusalDetail("reason", new Label("必填。", "Required."))]);
}
