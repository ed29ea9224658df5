using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>
/// All that some people could do in a world as it stands, written as lines of a script. Whoever acts brings what the action asks
/// for. Not among it: a second case of a kind while the first is alive.
/// </summary>
public sealed class Everybody(Pack pack, ImmutableArray<Actor> people)
{
    private const string Reason = "事出有因";

    private readonly Answers _answers = new(pack, people);

    /// <summary>One body for each role of a pack, one for each unit that leads a task or shares in it, and as many experts as its largest panel must seat.</summary>
    public static Everybody Of(Pack pack)
    {
        var experts = pack.Procedures.SelectMany(p => p.Stages).OfType<StageRule.Panel>().Select(p => p.Rule.FewestSeats).DefaultIfEmpty(1).Max();
        return new Everybody(pack,
        [
            .. pack.Roles.Values.Where(r => r.Kind is not (RoleKind.Public or RoleKind.Lead or RoleKind.Responsible)).SelectMany(r => r.Kind switch
            {
                RoleKind.Expert => Enumerable.Range(1, experts).Select(n => Cast.Of($"{r.Name}-{n}", r.Name)),
                RoleKind.Unit => Answers.UnitsAtWork(pack).Select(u => Cast.Of(u, r.Name, u)),
                _ => [Cast.Of(r.Name, r.Name, r.Kind == RoleKind.Endorser ? pack.Regions.FirstOrDefault() : null)],
            }),
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
            foreach (var offer in Offers.To(world.Rules, state, actor, world.Now))
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
                        yield return new ScriptStep.Fill(0, null, actor, state.Id, Answers.None);
                    }

                    continue;
                }

                // Papers brought again would void what the others have signed.
                ImmutableArray<string>? files = offer.Transition.Each && offer.Procedure?.Signed.IsEmpty == false ? [] : null;
                foreach (var inputs in _answers.To(world, state, offer))
                {
                    yield return new ScriptStep.Do(
                        0, null, actor, state.Id, [offer.Action], offer.Procedure?.Id, inputs, files, null, offer.Transition.ReasonRequired ? Reason : null);
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
}
