using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Access;

namespace ZoneFlow.Web.Api;

/// <summary>A case as JSON, for whoever may see where it is.</summary>
public static class ApiCases
{
    public static ApiText Text(Label label) => new(label.Zh, label.En);

    public static ApiCase Of(CaseState state, Rulebook rules, Caller caller, DateTimeOffset now)
    {
        var rule = rules.Policy.Cases[state.Kind];
        return new ApiCase(
            state.Id.Value, state.Kind, state.Number, state.Title, state.Region, state.Pack.Pack, state.Pack.Hash, state.Standing,
            Text(rule.Standing(state.Standing).Label), [.. state.Flags],
            state.Marks.ToImmutableSortedDictionary(m => m.Key, m => m.Value.Date.ToString("yyyy-MM-dd", null), StringComparer.Ordinal),
            [.. state.Procedures.Select(p => Of(rules.Policy, state, p))],
            [.. state.Occurrences.Select(o => Of(state.Id, o.Due))],
            [.. Offers.To(rules, state, caller.Actor, now).Select(o => Of(rules.Policy, state, o, caller))], state.Version);
    }

    public static ApiDeadline Of(CaseId id, Deadline due) => new(
        due.Id, due.Last.ToString("yyyy-MM-dd", null), due.DueAt, due.Source.Effect == LegalEffect.Statutory ? "statutory" : "norm", due.Source.ToString(),
        due.Provisional, due.Missed, $"/api/cases/{Uri.EscapeDataString(id.Value)}/deadlines/{due.Id}");

    private static ApiProcedure Of(Pack pack, CaseState state, Procedure procedure)
    {
        var rule = pack.Procedure(procedure.Name);
        return new ApiProcedure(
            procedure.Id, Text(rule.Label), procedure.Stage, Text(rule.Stage(procedure.Stage).Label), procedure.Visit, procedure.Entered,
            [.. StageHolders.Of(pack, state, procedure).Select(h => h.Role).Distinct()],
            StageHolders.DeadlineOf(state, procedure) is { } due ? Of(state.Id, due) : null);
    }

    private static ApiOffer Of(Pack pack, CaseState state, Offer offer, Caller caller) => new(
        offer.Action, Text(offer.Label), offer.Procedure?.Id, offer.Procedure?.Visit ?? 0,
        [.. offer.Transition.Needs.Where(slot => offer.Procedure?.HasFiledOnThisVisit(slot) != true)], [.. offer.Transition.Ask.Select(f => f.Name)],
        [.. Offers.ToAttest(pack, state, offer, caller.Actor).Select(c => c.Name)], offer.Transition.ReasonRequired, offer.Transition.SecondFactor);
}
