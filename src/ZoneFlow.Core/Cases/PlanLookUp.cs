using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases.Deciding;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>What of a plan's ledger an action needs on its signal: no more than its own task, so that a journal stays small.</summary>
public static class PlanLookUp
{
    /// <summary>Whether an action reads the ledger at all. A plan that is typed is held against the one in force, where there is one.</summary>
    public static bool Reads(TransitionRule transition, CaseState state) =>
        transition.LooksUp.Contains("values") || transition.LooksUp.Contains("funds")
        || transition.Ask.Any(f => f.Type is FieldType.Indicators or FieldType.FundEntry || (f.Type is FieldType.Plan && state.Plan is not null))
        || transition.Do.Any(d => d is Step.RecordFunds or Step.ReverseFunds or Step.VerifyValues or Step.JudgePlan);

    public static LookedUp Into(LookedUp found, Pack pack, CaseState state, TransitionRule transition, SignalBody.Act act, PlanBook book, DateTimeOffset receivedAt)
    {
        var procedure = act.Procedure is { } id ? state.Procedure(id) : null;
        var item = PlanInputs.ItemOf(procedure, act) ?? "";
        if (transition.LooksUp.Contains("values") || transition.Do.Any(d => d is Step.VerifyValues or Step.JudgePlan) || transition.Ask.Any(f => f.Type is FieldType.Indicators))
        {
            found = found with { Values = [.. book.Measured.Where(v => v.Item == item)] };
        }

        if (transition.LooksUp.Contains("funds") || transition.Do.Any(d => d is Step.RecordFunds or Step.ReverseFunds))
        {
            found = found with { Funds = book.Sums() };
        }

        if (transition.Ask.FirstOrDefault(f => f.Type is FieldType.FundEntry) is { } asked && act.Inputs.TryGetValue(asked.Name, out var named)
            && book.Funds.FirstOrDefault(f => f.Id == named.ToString()) is { } entry)
        {
            found = found with { FundEntry = entry };
        }

        // Judged by the version in force on the day the report came, whatever is decided later.
        if (state.Plan is null || book.VersionOn(CivilDate.Of(receivedAt)) is not { } version)
        {
            return found;
        }

        var values = found.Values.IsEmpty ? found.Values : [.. found.Values, .. version.Baselines(pack).Where(b => b.Item == item)];
        return found with { Values = values, Plan = transition.Ask.Any(f => f.Type is FieldType.Plan) ? version : version.Only(item) };
    }
}
