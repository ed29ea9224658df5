using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>
/// A condition that is met in principle (原则上) only: one role may set its test aside on the text's grounds, with a reason. Whoever
/// comes before that role leaves the condition to it.
/// </summary>
internal static class Relaxations
{
    /// <summary>Of the unmet conditions, those that still stand against the actor.</summary>
    public static Refusal? Against(
        Turn turn, TransitionRule transition, SignalBody.Act act, string role, ImmutableArray<RefusalDetail> unmet)
    {
        var relaxable = Relaxable(turn.Pack, transition).ToDictionary(c => c.Name);
        var standing = unmet
            .Where(u => !relaxable.TryGetValue(u.Name, out var c) || (c.RelaxedBy == role && !act.Attested.Contains(c.Name)))
            .Select(u => relaxable.TryGetValue(u.Name, out var c) ? u with { Message = Offered(u.Message, c) } : u).ToList();
        if (standing.Count > 0)
        {
            return Refusals.Of("criteria-unmet", "未达到申报条件。", "The conditions are not met.", transition.Source, standing);
        }

        return act.Reason is null && unmet.FirstOrDefault(u => relaxable[u.Name].RelaxedBy == role) is { } relaxed
            ? Refusals.Of(
                "reason-required", $"放宽“{relaxable[relaxed.Name].Label.Zh}”须说明理由。", $"Setting \"{relaxable[relaxed.Name].Label.En}\" aside needs a reason.",
                relaxable[relaxed.Name].Source, [new RefusalDetail("reason", new Label("必填。", "Required."))])
            : null;
    }

    /// <summary>Keeps for the record which conditions were set aside.</summary>
    public static void Record(Turn turn, string procedure, TransitionRule transition, SignalBody.Act act, string role)
    {
        if (transition.Meets.IsEmpty)
        {
            return;
        }

        var unmet = Criteria.Unmet(turn.Pack, transition.Meets, turn.Signal.LookedUp.Answers, Judgement.Marks(turn));
        foreach (var criterion in Relaxable(turn.Pack, transition).Where(c => c.RelaxedBy == role && unmet.Any(u => u.Name == c.Name)))
        {
            turn.Record(new Change.DiscretionUsed(procedure, criterion.Name, "放宽", string.Join('、', criterion.Relax), act.Reason));
        }
    }

    public static IEnumerable<CriterionRule> Relaxable(Pack pack, TransitionRule transition) =>
        pack.CriteriaOf(transition.Meets).Where(c => c.RelaxedBy is not null);

    private static Label Offered(Label message, CriterionRule criterion) => new(
        $"{message.Zh}可以放宽的情形：{string.Join('、', criterion.Relax)}。", $"{message.En} It may be set aside on the text's grounds, with a reason.");
}
