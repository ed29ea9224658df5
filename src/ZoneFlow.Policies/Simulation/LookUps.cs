using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Finds what a signal needs from outside its case, as the shell does.</summary>
internal sealed class LookUps(World world)
{
    public LookedUp For(WorldCase? to, SignalBody body)
    {
        if (Applicants(body) is { IsEmpty: false } applicants)
        {
            return LookedUp.Nothing with { Asked = ["applicants"], Applicants = applicants };
        }
        if (to is null)
        {
            return LookedUp.Nothing;
        }

        return body switch
        {
            SignalBody.SaveAnswers => LookedUp.Nothing with { Asked = ["answers"], Answers = to.Answers },
            SignalBody.Act act => For(to, act),
            SignalBody.FileRoster filed when world.Rules.Policy.Roster(filed.Roster) is { } rule => LookedUp.Nothing with
            {
                Asked = ["roster"], Roster = RosterLookUp.Of(rule, Book(to, rule), filed.Members, world.Today),
            },
            SignalBody.HandOver over => LookedUp.Nothing with { Asked = ["holders"], Parties = [over.Party] },
            SignalBody.SeatExperts seats => LookedUp.Nothing with { Asked = ["experts"], Experts = seats.Experts },
            _ => LookedUp.Nothing,
        };
    }

    // Nobody in a world holds a role for a time only.
    private static ImmutableArray<Applicant> Applicants(SignalBody body) => body switch
    {
        SignalBody.OpenCase b => b.Applicants,
        SignalBody.AdoptCase b => b.Applicants,
        _ => [],
    };

    private LookedUp For(WorldCase to, SignalBody.Act act)
    {
        if (Conduct.Transition(world.Rules.Policy, to.State, act.Procedure, act.Action) is not { } transition)
        {
            return LookedUp.Nothing;
        }

        var judged = transition.Meets.Length > 0;
        var round = transition.LooksUp.Contains("round") ? Round(transition, act) : null;
        var found = LookedUp.Nothing with
        {
            Asked = [.. transition.LooksUp, .. judged ? ["answers"] : ImmutableArray<string>.Empty],
            Answers = judged ? Counted(to) : LookedUp.Nothing.Answers,
            Bans = transition.LooksUp.Contains("bans") ? [.. Bans(to.State)] : [],
            Codes = transition.LooksUp.Contains("bans") ? Codes(to.State) : LookedUp.Nothing.Codes,
            Scores = transition.LooksUp.Contains("scores") && act.Procedure is { } panel ? [.. Scores(to, panel)] : [],
            SupportedItems = transition.LooksUp.Contains("supported-items") ? [.. Supported(to)] : [],
            Parties = [.. transition.Ask.Where(f => f.Type is FieldType.Party && act.Inputs.ContainsKey(f.Name)).Select(f => new PartyId(act.Inputs[f.Name].ToString()!))],
            NameTaken = transition.LooksUp.Contains("names") && IsTaken(to.State),
            RoundStanding = round?.Standing,
            RoundPack = round?.Pack,
            RoundMarks = round?.Marks.ToImmutableSortedDictionary(m => m.Key, m => m.Value.Date, StringComparer.Ordinal)
                ?? LookedUp.Nothing.RoundMarks,
            Members = transition.LooksUp.Contains("members")
                ? [.. world.Cases.Where(c => c.Links.Any(l => l.Name == to.State.Kind && l.Case == to.State.Id)).Select(c => c.Id)]
                : [],
        };
        return PlanLookUp.Reads(transition, to.State)
            ? PlanLookUp.Into(found, world.Rules.Policy, to.State, transition, act, PlanBook.Of(to.Ledger), world.Now)
            : found;
    }

    private static RosterBook Book(WorldCase of, RosterRule rule) => RosterBook.Of(of.Rosters.Where(l => l.Roster == rule.Name));

    private ImmutableSortedDictionary<string, FieldValue> Counted(WorldCase of) => of.State.Rosters.Keys.Select(world.Rules.Policy.Roster).OfType<RosterRule>()
        .Aggregate(of.Answers, (answers, rule) => RosterLookUp.Counted(answers, rule, Book(of, rule), world.Today));

    private CaseState? Round(TransitionRule transition, SignalBody.Act act) =>
        transition.Ask.FirstOrDefault(f => f.Type is FieldType.Case) is { } field
            && act.Inputs.TryGetValue(field.Name, out var named) && new CaseId(named.ToString()!) is var id && world.Has(id)
            ? world.State(id)
            : null;

    private bool IsTaken(CaseState state) => world.Cases.Any(c =>
        c.Id != state.Id && c.Kind == state.Kind && c.Title == state.Title && !world.Rules.Policy.Cases[c.Kind].Standing(c.Standing).Final);

    private IEnumerable<BanInForce> Bans(CaseState state)
    {
        var subjects = state.Applicants.Select(a => a.Party.Value).Concat(Codes(state).Values).Append(state.Title).ToHashSet(StringComparer.Ordinal);
        return world.Bans.Where(b => subjects.Contains(b.Subject))
            .Select(b => new BanInForce(b.Subject, b.Scope, b.First, b.Last, b.Article, b.WarnsOnly));
    }

    private ImmutableSortedDictionary<string, string> Codes(CaseState state) => state.Applicants
        .Select(a => a.Party).Distinct().Where(world.Codes.ContainsKey)
        .ToImmutableSortedDictionary(p => p.Value, p => world.Codes[p], StringComparer.Ordinal);

    private static IEnumerable<ExpertScore> Scores(WorldCase of, string procedure) => of.LookedUp
        .OfType<Change.ScoreGiven>().Where(s => s.Procedure == procedure)
        .Select(s => new ExpertScore(s.Expert, s.Subject, s.Scores));

    private static IEnumerable<string> Supported(WorldCase of) => of.LookedUp
        .OfType<Change.EntryRegistered>().Where(r => r.Register == "supported-item").Select(r => r.Value);
}
