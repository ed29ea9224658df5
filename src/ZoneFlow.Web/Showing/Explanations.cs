using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Showing;

/// <summary>What an action leads to, in a sentence: the next stage, and the standing it gives.</summary>
internal static class Explanations
{
    public static Label? Of(Pack pack, CaseState state, ProcedureRule rule, Offer offer)
    {
        var way = Way(rule, offer);
        var standing = offer.Transition.Do.OfType<Step.SetStanding>().Select(s => pack.Cases[state.Kind].Standing(s.Standing).Label).FirstOrDefault();
        return standing is null
            ? way
            : new Label($"{way.Zh}状态变为“{standing.Zh}”。", $"{way.En} The standing becomes \"{standing.En ?? standing.Zh}\".");
    }

    private static Label Way(ProcedureRule rule, Offer offer) => offer.Opens is not null
        ? Next(rule, rule.First)
        : offer.Transition.To switch
        {
            Destination.Stage to => Next(rule, to.Name),
            Destination.Back => new Label("办理后回到退回补正的环节。", "Afterwards the file goes back to the stage that returned it."),
            _ => new Label("办理后仍在本环节。", "Afterwards the stage goes on."),
        };

    private static Label Next(ProcedureRule rule, string name) => rule.Stage(name) switch
    {
        StageRule.End => new Label($"办理后“{rule.Label.Zh}”办结。", $"Afterwards \"{rule.Label.En ?? rule.Label.Zh}\" is over."),
        var stage => new Label($"办理后进入“{stage.Label.Zh}”环节。", $"Afterwards comes \"{stage.Label.En ?? stage.Label.Zh}\"."),
    };
}
