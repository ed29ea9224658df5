using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Criteria at the moment of deciding: what the machine tests, and what the person must attest.</summary>
internal static class Judgement
{
    public static Refusal? Against(Turn turn, TransitionRule transition, SignalBody.Act act, string role)
    {
        if (transition.Meets.Length > 0)
        {
            if (Incomplete(turn) is { } incomplete)
            {
                return incomplete;
            }

            var unmet = Criteria.Unmet(turn.Pack, transition.Meets, turn.Signal.LookedUp.Answers, Marks(turn));
            if (unmet.Length > 0 && Relaxations.Against(turn, transition, act, role, unmet) is { } standing)
            {
                return standing;
            }

            if (turn.Signal.LookedUp.NameTaken)
            {
                return new Refusal("name-taken", "已有同名的集聚区。", "Another zone has this name.", transition.Source);
            }
        }

        if (transition.Judges.IsEmpty)
        {
            return null;
        }

        var unattested = turn.Pack.CriteriaOf(transition.Judges).Where(c => c.Judge == role && !act.Attested.Contains(c.Name)).ToList();
        return unattested.Count == 0
            ? null
            : Refusals.Of(
                "not-attested", "下列条件须逐项确认。", "Each of these conditions must be attested.", transition.Source,
                unattested.Select(c => new RefusalDetail(c.Name, c.Label, c.Source)));
    }

    /// <summary>The dates that conditions are measured at: a round that was looked up lends its own to the case that is about to join it.</summary>
    public static ImmutableSortedDictionary<string, Mark> Marks(Turn turn) =>
        turn.State.Marks.SetItems(turn.Signal.LookedUp.RoundMarks.Select(m => KeyValuePair.Create(m.Key, new Mark(m.Value, turn.Today))));

    private static Refusal? Incomplete(Turn turn)
    {
        var answers = turn.Signal.LookedUp.Answers;
        var missing = turn.Pack.Form.Where(f => f.Required && (!answers.TryGetValue(f.Name, out var given) || Inputs.IsBlank(given))).ToList();
        return missing.Count == 0
            ? null
            : Refusals.Of(
                "form-incomplete", "申报书尚未填写完整。", "The form is not complete.", null,
                missing.Select(f => new RefusalDetail(f.Name, f.Label, f.Source)));
    }
}
