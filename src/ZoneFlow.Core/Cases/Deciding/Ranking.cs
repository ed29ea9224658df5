using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>综合排名: the mean of the experts' weighted scores, subject by subject.</summary>
internal static class Ranking
{
    /// <summary>Why the looked-up scores do not make a ranking yet, or null where they do.</summary>
    public static Refusal? Missing(Turn turn, TransitionRule transition, Procedure? procedure)
    {
        if (procedure is null || transition.Do.OfType<Step.Rank>().FirstOrDefault() is not { } step)
        {
            return null;
        }

        var missing = Subjects(turn, step).SelectMany(item => Seated(procedure).Where(e => Sheet(turn, e, item.Key) is null)).Count();
        return missing == 0
            ? null
            : new Refusal("scores-missing", $"尚有{missing}份评分未归集，请稍后再试。", $"{missing} score sheets have not come in yet. Try again shortly.", transition.Source);
    }

    public static void Record(Turn turn, Step.Rank step, StepContext context)
    {
        var rule = ((StageRule.Panel)turn.Pack.Procedure(context.Procedure.Name).Stage(context.Procedure.Stage)).Rule;
        var experts = Seated(context.Procedure).ToList();
        var means = Subjects(turn, step)
            .Select(item => (Item: item, Mean: Mean(rule, [.. experts.Select(e => Sheet(turn, e, item.Key)!)])))
            .OrderByDescending(m => m.Mean).ThenBy(m => m.Item.Key, StringComparer.Ordinal).ToList();
        turn.Record(new Change.ItemsRanked(
            context.ProcedureId,
            [.. means.Select(m => new RankedItem(m.Item.Key, m.Item.Title, m.Mean, means.Count(other => other.Mean > m.Mean) + 1))]));
    }

    // What is compared is what is printed: hundredths, a half rounded up.
    private static decimal Mean(PanelRule rule, ImmutableArray<ExpertScore> sheets)
    {
        var weights = rule.Weights.IsEmpty ? rule.Weights.Add("overall", 1) : rule.Weights;
        var sum = sheets.Sum(s => weights.Sum(w => w.Value * s.Scores[w.Key]));
        return decimal.Round(sum / (weights.Values.Sum() * sheets.Length), 2, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<Item> Subjects(Turn turn, Step.Rank step) => turn.State.Items.Where(i => i.State == step.State);

    private static IEnumerable<PartyId> Seated(Procedure procedure) => procedure.Seats.Where(s => !s.Recused).Select(s => s.Expert);

    // A score given anew stands in the place of the one before.
    private static ExpertScore? Sheet(Turn turn, PartyId expert, string subject) =>
        turn.Signal.LookedUp.Scores.LastOrDefault(s => s.Expert == expert && s.Subject == subject);
}
