using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>
/// All that some people could do in a world as it stands, written as lines of a script. Whoever acts brings what the action asks
/// for. Not among it: acts that a stage may hold or leave out and that change nothing else, and a second case of a kind while the
/// first is alive.
/// </summary>
public sealed class Everybody(Pack pack, ImmutableArray<Actor> people)
{
    private const string Reason = "事出有因";

    /// <summary>One body for each role of a pack, and as many experts as its largest panel must seat.</summary>
    public static Everybody Of(Pack pack)
    {
        var experts = pack.Procedures.SelectMany(p => p.Stages).OfType<StageRule.Panel>().Select(p => p.Rule.FewestSeats).DefaultIfEmpty(1).Max();
        return new Everybody(pack,
        [
            .. pack.Roles.Values.Where(r => r.Kind != RoleKind.Public).SelectMany(r => r.Kind == RoleKind.Expert
                ? Enumerable.Range(1, experts).Select(n => Cast.Of($"{r.Name}-{n}", r.Name))
                : [Cast.Of(r.Name, r.Name, r.Kind == RoleKind.Endorser ? pack.Regions.FirstOrDefault() : null)]),
            Actor.Anonymous,
        ]);
    }

    /// <summary>The lines that go on now; taking one may still be refused.</summary>
    public IEnumerable<ScriptStep> Choices(World world)
    {
        foreach (var state in world.Cases)
        {
            foreach (var step in OnCase(world, state))
            {
                yield return step;
            }
        }
    }

    /// <summary>Opens a case of a kind, under the next free number, by those whose role it is.</summary>
    public ScriptStep.Open? Opening(World world, string kind)
    {
        var rule = pack.Cases[kind];
        var id = new CaseId($"{kind}-{world.Cases.Count(c => c.Kind == kind) + 1}");
        ImmutableArray<Actor> applicants = [.. people.Where(a => a.Roles.Any(r => pack.Roles.TryGetValue(r.Role, out var role) && role.Kind == RoleKind.Applicant))];
        return people.FirstOrDefault(a => a.Roles.Any(r => r.Role == rule.OpenedBy)) is { } opener
            ? new ScriptStep.Open(
                0, null, opener, kind, id, id.Value, id.Value, kind == CaseKinds.Zone ? pack.Regions.FirstOrDefault() : null,
                applicants.Contains(opener) ? applicants.Remove(opener) : [])
            : null;
    }

    /// <summary>Does by chance what may be done, one thing every so often, until the instant.</summary>
    internal static void LiveUntil(World world, ScriptStep.ByChance step, Chance chance, ImmutableArray<Actor> people)
    {
        var everybody = new Everybody(world.Rules.Policy, people);
        while (step.Pace.Drawn(chance).Instant(world.Now, world.Rules.Calendar) is var next && next < step.End)
        {
            world.AdvanceTo(next);
            var choices = everybody.Choices(world).Where(c => c is not ScriptStep.Do d || !step.Except.Contains(d.Actions[0])).ToList();
            if (choices.Count > 0)
            {
                Play.Take(world, chance.Pick(choices));
            }
        }

        world.AdvanceTo(step.End);
    }

    private IEnumerable<ScriptStep> OnCase(World world, CaseState state)
    {
        var seen = new HashSet<(string?, string, string?)>();
        foreach (var actor in people)
        {
            foreach (var offer in Offers.To(world.Rules, state, actor, world.Now).Where(o => o.Optional is null or { Always: true }))
            {
                // What one of several may do is done once; what each must do, each does.
                if (!seen.Add((offer.Procedure?.Id, offer.Action, offer.Transition.Each ? actor.Party?.Value : null)))
                {
                    continue;
                }

                if (offer.Transition.Meets.Length > 0 && !IsFilledIn(world, state.Id))
                {
                    if (seen.Add((null, "fill", null)))
                    {
                        yield return new ScriptStep.Fill(0, null, actor, state.Id, NoInputs);
                    }

                    continue;
                }

                foreach (var inputs in Inputs(world, state, offer.Transition))
                {
                    yield return new ScriptStep.Do(
                        0, null, actor, state.Id, [offer.Action], offer.Procedure?.Id, inputs, null, null, offer.Transition.ReasonRequired ? Reason : null);
                }

                foreach (var missing in offer.Transition.Ask.Select(f => f.Type).OfType<FieldType.Case>())
                {
                    if (IsNeeded(world, missing.Kind) && Opening(world, missing.Kind) is { } opening)
                    {
                        yield return opening;
                    }
                }
            }
        }

        foreach (var procedure in state.Procedures)
        {
            foreach (var step in OnStage(state, procedure, pack.Procedure(procedure.Name).Stage(procedure.Stage)))
            {
                yield return step;
            }
        }
    }

    // Seats are filled and scores given in one order: any other comes to the same.
    private IEnumerable<ScriptStep> OnStage(CaseState state, Procedure procedure, StageRule stage)
    {
        if (stage is StageRule.Notice && procedure.Entries.FirstOrDefault(e => e is { Dropped: false, Objections: 0 }) is { } entry)
        {
            yield return new ScriptStep.Object(0, null, state.Id, new CaseId(entry.Key), Reason, "张三");
        }

        if (stage is not StageRule.Panel { Rule: var rule })
        {
            yield break;
        }

        var seated = procedure.Seats.Where(s => !s.Recused).ToList();
        if (seated.Count < rule.FewestSeats)
        {
            var experts = Holding(rule.Of).Select(e => e.Party!.Value).Where(e => procedure.Seats.All(s => s.Expert != e)).Take(rule.FewestSeats - seated.Count);
            if (Holding(rule.SeatedBy).FirstOrDefault() is { } by)
            {
                yield return new ScriptStep.Seat(0, null, by, state.Id, [.. experts]);
            }
        }
        else
        {
            var subjects = rule.OverItems is { } listed ? state.Items.Where(i => i.State == listed).Select(i => i.Key).ToList() : [state.Id.Value];
            foreach (var (seat, subject) in seated.SelectMany(s => subjects, (s, k) => (s, k)).Where(p => !p.s.Scored.Contains(p.k)).Take(1))
            {
                yield return new ScriptStep.Score(
                    0, null, people.First(p => p.Party == seat.Expert), state.Id, new CaseId(subject),
                    (rule.Weights.IsEmpty ? ["overall"] : rule.Weights.Keys).ToImmutableSortedDictionary(k => k, _ => rule.HighestScore, StringComparer.Ordinal));
            }
        }
    }

    private IEnumerable<Actor> Holding(string role) => people.Where(p => p.Roles.Any(r => r.Role == role));

    private bool IsFilledIn(World world, CaseId id)
    {
        var answers = world.Answers(id);
        return pack.Form.Where(f => f.Required).All(f => answers.ContainsKey(f.Name));
    }

    // A round is opened when somebody asks for one and none is still alive.
    private bool IsNeeded(World world, string kind) => world.Cases.All(c => c.Kind != kind || pack.Cases[kind].Standing(c.Standing).Final);

    private IEnumerable<ImmutableSortedDictionary<string, ImmutableArray<string>>> Inputs(World world, CaseState state, TransitionRule transition)
    {
        IEnumerable<ImmutableSortedDictionary<string, ImmutableArray<string>>> all = [NoInputs];
        foreach (var field in transition.Ask)
        {
            var options = Options(world, state, transition, field).ToList();
            all = [.. all.SelectMany(_ => options, (inputs, option) => option is { } texts ? inputs.Add(field.Name, texts) : inputs)];
        }

        return all;
    }

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> NoInputs =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    // What may be written in a field, one for each way that the case can go on because of it; null leaves the field out.
    private IEnumerable<ImmutableArray<string>?> Options(World world, CaseState state, TransitionRule transition, FieldRule field) => field.Type switch
    {
        FieldType.Choice choice when Decides(transition, field.Name) => choice.Options.Select(o => (ImmutableArray<string>?)[o]),
        FieldType.Date date => [[FormFiller.Day(Later(world, state, transition, field, date))]],
        FieldType.Items items => Chosen(state, items.State, field.Required),
        FieldType.Item => state.Items.DistinctBy(i => i.State).Select(i => (ImmutableArray<string>?)[i.Key]),
        FieldType.Case to => world.Cases.Where(c => c.Kind == to.Kind && to.Standings.Contains(c.Standing)).TakeLast(1)
            .Select(c => (ImmutableArray<string>?)[c.Id.Value]),
        FieldType.Party party => Holding(party.Role).Take(1).Select(p => (ImmutableArray<string>?)[p.Party!.Value.Value]),
        _ when !field.Required => [null],
        FieldType.Several several => [[several.Options[0]]],
        _ => [FormFiller.Texts(field, world.Today)],
    };

    private static IEnumerable<ImmutableArray<string>?> Chosen(CaseState state, string listed, bool required)
    {
        ImmutableArray<string> all = [.. state.Items.Where(i => i.State == listed).Select(i => i.Key)];
        return required ? [all] : all.IsEmpty ? [null] : [all, null];
    }

    private static DateOnly Later(World world, CaseState state, TransitionRule transition, FieldRule field, FieldType.Date date)
    {
        var least = world.Today;
        if (date.NotBefore is { } mark && state.Marks.TryGetValue(mark, out var set) && set.Date > least)
        {
            least = set.Date;
        }

        return transition.If is Guard.Later later && later.Input == field.Name && state.Marks.TryGetValue(later.Mark, out var than) && than.Date >= least
            ? than.Date.AddMonths(1)
            : least;
    }

    // An input that a step carries on decides what follows.
    private static bool Decides(TransitionRule transition, string input) => transition.Do.Any(step => step switch
    {
        Step.Start start => start.With.Values.Any(v => v is Value.Given given && given.Name == input),
        Step.ApplyOutcome { Outcome: Value.Given given } => given.Name == input,
        _ => false,
    });
}
