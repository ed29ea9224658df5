using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Walking;

namespace ZoneFlow.Policies.Simulation;

/// <summary>
/// Walks every choice of a pack's life to a bound, breadth first, through the engine itself. From each state either somebody does
/// one thing at once, or the clock goes on to the next time at which something is different. States that differ in nothing that
/// decides what can follow are one (see <see cref="Abstraction"/>); the first come to stands for all, so a finding is a life that
/// really was lived, and a life in which only the lengths of time differ may go unseen. The walk goes without reminders, which change
/// nothing; from each stage that it comes to, time is let pass once under the pack itself, to see that somebody is told.
/// </summary>
public sealed class Explorer
{
    private readonly Pack _pack;
    private readonly Pack _spoken;
    private readonly ExploreBound _bound;
    private readonly DateTimeOffset _end;
    private readonly Everybody _everybody;
    private readonly Abstraction _abstraction;
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unreminded = new(StringComparer.Ordinal);
    private readonly HashSet<(string Procedure, string Stage)> _entered = [];
    private readonly SortedDictionary<string, int> _stuck = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _failed = new(StringComparer.Ordinal);

    private Explorer(Pack pack, ExploreBound bound, DateTimeOffset start)
    {
        (_spoken, _pack, _bound, _end) = (pack, Quiet.Of(pack), bound, start.AddYears(bound.Years));
        (_everybody, _abstraction) = (Everybody.Of(_pack), new Abstraction(_pack));
    }

    /// <summary>From the first working morning on which the policy is in force.</summary>
    public static ExploreReport Explore(Pack pack, WorkingCalendar calendar, ExploreBound bound)
    {
        var start = CivilDate.At(calendar.NextWorkingDay(pack.Effective), Rulebook.UsualOpening);
        return Shapes.Of(pack).AsParallel().AsOrdered().Select(p => new Explorer(p, bound, start).Explore(calendar, start)).ToList().Aggregate((a, b) => a.And(b));
    }

    private ExploreReport Explore(WorkingCalendar calendar, DateTimeOffset start)
    {
        var empty = new World(_pack, calendar, start) { ChecksFolds = false };

        // Zones, or plans where a policy has no zones; what they join is opened when it is asked for.
        var first = _pack.Cases.Values.Where(c => c.ItemsOf is null || !_pack.Cases.ContainsKey(c.ItemsOf)).ToList();
        foreach (var kind in first)
        {
            if (_everybody.Opening(empty, kind.Kind) is { } opening)
            {
                Play.Take(empty, opening);
            }
        }

        var from = new Place(empty, _abstraction.Of(empty), Add(_abstraction.Of(empty), -1, "", empty.Now));
        var (_, complete) = BreadthFirst.Walk(from, p => p.Name, Onward, _bound.States);
        var (time, longest) = LongestPath.In([.. _nodes.Select(n => n.Ways)]);
        return new ExploreReport(
            _nodes.Count, _nodes.Sum(n => n.Ways.Count), complete, time, [.. longest.Select(s => Told(s.From, s.To))],
            [.. _stuck.Select(s => new ExploreFinding(s.Key, WayTo(s.Value)))],
            [.. _unreminded],
            [.. _pack.Procedures.SelectMany(p => p.Stages.Where(s => s is not StageRule.End && !_entered.Contains((p.Name, s.Name))).Select(s => $"{p.Name}.{s.Name}"))],
            [.. _failed.Select(f => new ExploreFinding(f.Key, WayTo(f.Value)))]);
    }

    private IEnumerable<Place> Onward(Place at)
    {
        Look(at);
        var after = new List<Place>();
        var refused = new SortedSet<string>(StringComparer.Ordinal);
        var able = new HashSet<(CaseId, string)>();
        foreach (var choice in _everybody.Choices(at.World).Where(c => IsWithin(at.World, c)))
        {
            Try(at, Word(choice), after, world => Play.Take(world, choice)?.Refusal is not { } refusal || !refused.Add($"{Word(choice)} ({refusal.Rule})"));
            if (after.Count > 0 && after[^1].Name != at.Name && Furthers(at.World, choice) is { } procedure)
            {
                able.Add(procedure);
            }
        }

        var acted = after.Count > 0;
        var waits = at.World.NextDue is not null;
        if (at.World.NextDue <= _end && able.Count <= _bound.Waiting)
        {
            Try(at, "", after, world => Pass(world, at.Name));
        }

        if (!acted && !waits && at.World.Cases.FirstOrDefault(c => !_pack.Cases[c.Kind].Standing(c.Standing).Final) is { } alive)
        {
            var where = alive.Procedures.IsEmpty ? $"{alive.Kind} {alive.Standing}" : string.Join(", ", alive.Procedures.Select(p => $"{p.Name}.{p.Stage}"));
            _stuck.TryAdd(refused.Count == 0 ? where : $"{where}: refused {string.Join(", ", refused)}", at.Number);
        }

        return after;
    }

    /// <summary>One way on, where it goes on: in a world of its own.</summary>
    private void Try(Place at, string word, List<Place> after, Func<World, bool> go)
    {
        var world = at.World.Fork();
        try
        {
            if (!go(world))
            {
                return;
            }
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException or KeyNotFoundException)
        {
            _failed.TryAdd($"{(word.Length > 0 ? word : "time")}: {e.Message}", at.Number);
            return;
        }

        var name = _abstraction.Of(world);
        if (_numbers.TryGetValue(name, out var known))
        {
            _nodes[at.Number].Ways.Add((known, world.Now - at.World.Now));
        }
        else if (_nodes.Count < _bound.States)
        {
            var number = Add(name, at.Number, word, world.Now);
            _nodes[at.Number].Ways.Add((number, world.Now - at.World.Now));
            after.Add(new Place(world, name, number));
            return;
        }

        after.Add(new Place(world, name, known));
    }

    // On to the next time at which the world is another; reminders alone do not make it so. People let no more run late at one
    // time than the bound says.
    private bool Pass(World world, string name)
    {
        var late = Late(world);
        while (world.NextDue <= _end && world.AdvanceToNextDue())
        {
            if (_abstraction.Of(world) != name)
            {
                return late < _bound.Late || Late(world) <= late;
            }
        }

        return false;
    }

    private static int Late(World world) => world.Cases.SelectMany(c => c.Procedures, (c, p) => p.Due ?? c.Occurrences.FirstOrDefault(o => o.Id == p.Occurrence)?.Due)
        .Count(due => due?.DueAt <= world.Now);

    // The procedure that a choice takes on from where it is: not one that it opens, nor one that it leaves by the side.
    private (CaseId, string)? Furthers(World world, ScriptStep choice) => choice switch
    {
        ScriptStep.Do { Procedure: { } id } step when world.State(step.Case).Procedure(id) is { } procedure
            && _pack.Procedure(procedure.Name).Stage(procedure.Stage).Transitions.Any(t => t.Word == step.Actions[0]) => (step.Case, id),
        ScriptStep.Seat step => (step.Case, ""),
        ScriptStep.Score step => (step.Case, ""),
        _ => null,
    };

    // Beside as many procedures as the bound lets run, and never a second of one kind.
    private bool IsWithin(World world, ScriptStep choice)
    {
        if (choice is not ScriptStep.Do { Procedure: null } opens)
        {
            return true;
        }

        var running = world.State(opens.Case).Procedures;
        return running.Length <= _bound.Beside && running.All(p => _pack.Procedure(p.Name).OpenedBy?.Action != opens.Actions[0]);
    }

    private void Look(Place at)
    {
        foreach (var (state, procedure) in at.World.Cases.SelectMany(c => c.Procedures, (c, p) => (c, p)))
        {
            if (_entered.Add((procedure.Name, procedure.Stage)) && !Reminding.Speaks(at.World.Fork(_spoken), state.Id, procedure, _end))
            {
                _unreminded.Add($"{procedure.Name}.{procedure.Stage}");
            }
        }
    }

    private int Add(string name, int from, string word, DateTimeOffset at)
    {
        _numbers.Add(name, _nodes.Count);
        _nodes.Add(new Node(from, word, at, name, []));
        return _nodes.Count - 1;
    }

    private ImmutableArray<string> WayTo(int number)
    {
        var way = new Stack<int>();
        for (; number >= 0; number = _nodes[number].From)
        {
            way.Push(number);
        }

        return [.. way.Zip(way.Skip(1), Told)];
    }

    private string Told(int from, int to)
    {
        var node = _nodes[to];
        var word = node.From == from && node.Word.Length > 0 ? node.Word : node.From == from ? "time passes" : "goes on";
        return $"{word} -> {node.Name.Replace('\n', ' ')}";
    }

    private static string Word(ScriptStep choice) => choice switch
    {
        ScriptStep.Do d => $"{d.Actor.Party?.Value ?? "public"} {d.Case} {d.Actions[0]}{string.Concat(d.Inputs.Select(i => $" {i.Key}={string.Join('+', i.Value)}"))}",
        ScriptStep.Open o => $"{o.Actor.Party?.Value} opens {o.Case}",
        ScriptStep.Fill f => $"{f.Actor.Party?.Value} fills in {f.Case}",
        ScriptStep.Seat s => $"{s.Actor.Party?.Value} seats {s.Experts.Length} on {s.Case}",
        ScriptStep.Score s => $"{s.Actor.Party?.Value} scores {s.Subject}",
        ScriptStep.Object o => $"objection to {o.Entry}",
        _ => "",
    };

    private sealed record Place(World World, string Name, int Number);

    private sealed record Node(int From, string Word, DateTimeOffset At, string Name, List<(int To, TimeSpan Takes)> Ways);
}
