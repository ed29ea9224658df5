using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>What a payment or a recovery may be at most: what was appropriated and is not paid yet, and what was paid.</summary>
internal static class FundInputs
{
    public static IEnumerable<RefusalDetail> Beyond(Turn turn, Step.RecordFunds step, SignalBody.Act act)
    {
        if (step.As == Step.RecordFunds.Budget)
        {
            yield break;
        }

        // A tagged part is held to its whole, which is what was appropriated.
        foreach (var name in step.Amounts.Where(n => turn.Pack.Funds.All(f => f.Share != n)))
        {
            if (!act.Inputs.TryGetValue(name, out var given) || given is not FieldValue.Number { Value: var amount })
            {
                continue;
            }

            var (budget, paid) = (Sum(turn, Step.RecordFunds.Budget, name), Sum(turn, Step.RecordFunds.Payment, name));
            if (step.As == Step.RecordFunds.Payment && paid + amount > budget)
            {
                yield return new(name, new Label(
                    $"已安排{budget:0.##}元，已支出{paid:0.##}元，本次{amount:0.##}元超出已安排的资金。",
                    $"CNY {budget:0.##} was appropriated and {paid:0.##} paid; {amount:0.##} is beyond the appropriation."));
            }

            if (step.As == Step.RecordFunds.Recovery && amount > paid)
            {
                yield return new(name, new Label(
                    $"已支出且未追回的只有{paid:0.##}元。", $"Only CNY {paid:0.##} was paid and not recovered."));
            }
        }
    }

    private static decimal Sum(Turn turn, string what, string field) =>
        turn.Signal.LookedUp.Funds.Where(f => f.As == what && f.Field == field).Sum(f => f.Amount);
}
