using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Finds what a signal needs from outside its case, as the shell does.</summary>
internal sealed class LookUps(World world)
{
    public LookedUp For(WorldCase? to, SignalBody body)
    {
        if (to is null)
        {
            return LookedUp.Nothing;
        }

        return body switch
        {
            SignalBody.SaveAnswers => LookedUp.Nothing with { Asked = ["answers"], Answers = to.Answers },
            SignalBody.Act act => For(to, act),
            SignalBody.SeatExperts seats => LookedUp.Nothing with { Asked = ["experts"], Experts = seats.Experts },
            _ => LookedUp.Nothing,
        };
    }

    private LookedUp For(WorldCase to, SignalBody.Act act)
    {
        if (Conduct.Transition(world.Rules.Policy, to.State, act.Procedure, act.Action) is not { } transition)
        {
            return LookedUp.Nothing;
        }

        var judged = transition.Meets.Length > 0;
        var round = transition.LooksUp.Contains("round") ? Round(transition, act) : null;
        return LookedUp.Nothing with
        {
            Asked = [.. transition.LooksUp, .. judged ? ["answers"] : ImmutableArray<string>.Empty],
            Answers = judged ? to.Answers : LookedUp.Nothing.Answers,
            Bans = transition.LooksUp.Contains("bans") ? [.. Bans(to.State)] : [],
            NameTaken = transition.LooksUp.Contains("names") && IsTaken(to.State),
            RoundStanding = round?.Standing,
            RoundMarks = round?.Marks.ToImmutableSortedDictionary(m => m.Key, m => m.Value.Date, StringComparer.Ordinal)
                ?? LookedUp.Nothing.RoundMarks,
            Values = transition.LooksUp.Contains("values") ? PlanLedger.Values(to.Journal) : [],
            Funds = transition.LooksUp.Contains("funds") ? PlanLedger.Funds(to.Journal) : [],
            Members = transition.LooksUp.Contains("members")
                ? [.. world.Cases.Where(c => c.Links.Any(l => l.Name == to.State.Kind && l.Case == to.State.Id)).Select(c => c.Id)]
                : [],
        };
    }

    private CaseState? Round(TransitionRule transition, SignalBody.Act act) =>
        transition.Ask.FirstOrDefault(f => f.Type is FieldType.Case) is { } field
            && act.Inputs.TryGetValue(field.Name, out var named) && new CaseId(named.ToString()!) is var id && world.Has(id)
            ? world.State(id)
            : null;

    private bool IsTaken(CaseState state) => world.Cases.Any(c =>
        c.Id != state.Id && c.Kind == state.Kind && c.Title == state.Title && !world.Rules.Policy.Cases[c.Kind].Standing(c.Standing).Final);

    private IEnumerable<BanInForce> Bans(CaseState state) => world.Bans
        .Where(b => b.Subject == state.Id.Value || state.Applicants.Values.Any(p => p.Value == b.Subject)
            || state.Fields.Values.Any(f => f.ToString() == b.Subject))
        .Select(b => new BanInForce(b.Subject, b.Scope, b.First, b.Last, b.Article));
}
