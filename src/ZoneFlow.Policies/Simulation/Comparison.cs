using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>
/// Lives one script under two packs at once. A role that the second pack does not know is played by its role of the same kind; a
/// region, a document or an input that it does not know is left to what it asks for. A refusal or a missing action stops neither life.
/// </summary>
public sealed class Comparison
{
    private readonly Script _script;
    private readonly (Pack Pack, World World) _first;
    private readonly (Pack Pack, World World) _second;
    private readonly SortedSet<string> _lacks = new(StringComparer.Ordinal);

    private Comparison(Script script, Pack first, Pack second, WorkingCalendar calendar)
    {
        _script = script;
        (_first, _second) = ((first, new World(first, calendar, script.Start) { ChecksFolds = false }), (second, new World(second, calendar, script.Start) { ChecksFolds = false }));
    }

    public static CompareReport Of(Script script, Pack first, Pack second, WorkingCalendar calendar, int? seed = null) =>
        new Comparison(script, first, second, calendar).Run(new Chance(seed ?? script.Seed));

    private CompareReport Run(Chance chance)
    {
        var steps = ImmutableArray.CreateBuilder<CompareRow>();
        foreach (var step in _script.Steps.Where(s => s is not (ScriptStep.Expect or ScriptStep.ExpectRefusal)).Select(s => s.Drawn(chance)))
        {
            if (step is ScriptStep.ByChance chanced)
            {
                // What people do by chance is not the same deed under two packs: time alone passes.
                _first.World.AdvanceTo(chanced.End);
                _second.World.AdvanceTo(chanced.End);
                continue;
            }

            var (a, _) = Live(_first, step);
            var (b, note) = Live(_second, Adapted(step));
            steps.Add(new CompareRow(step.Line, What(step), a, b, a == b && note.Length == 0, note));
        }

        Lacking(_first.Pack, _second.Pack);
        Lacking(_second.Pack, _first.Pack);
        return new CompareReport(Name(_first.Pack), Name(_second.Pack), steps.ToImmutable(), [.. Dates()], [.. _lacks]);
    }

    private static (string Came, string Note) Live((Pack Pack, World World) side, ScriptStep step)
    {
        var at = step.When?.Instant(side.World.Now, side.World.Rules.Calendar) ?? side.World.Now;
        side.World.AdvanceTo(at);
        try
        {
            if (step is ScriptStep.Do act && side.World.Has(act.Case) && !Knows(side.Pack, act.Actions[0]))
            {
                return ("—", $"没有操作“{act.Actions[0]}” has no such action");
            }

            var came = Play.Take(side.World, step)?.Refusal is { } refusal ? $"不予受理：{refusal.Message.Zh}（{refusal.Rule}）" : Stands(side, step);
            return (came, "");
        }
        catch (FormatException e)
        {
            return ("—", e.Message);
        }
    }

    // Two revisions of one policy are told apart by their hashes.
    private string Name(Pack pack) => _first.Pack.Id == _second.Pack.Id ? $"{pack.Id}@{pack.Revision.Hash[..Math.Min(8, pack.Revision.Hash.Length)]}" : pack.Id;

    private static bool Knows(Pack pack, string action) => pack.Procedures.Any(p =>
        p.OpenedBy?.Action == action || p.Anywhere.Any(t => t.Word == action)
        || p.Stages.Any(s => s.Transitions.Any(t => t.Word == action) || s.OptionalActs.Any(o => o.Name == action)));

    private static string Stands((Pack Pack, World World) side, ScriptStep step)
    {
        var id = step switch
        {
            ScriptStep.Open s => s.Case,
            ScriptStep.Fill s => s.Case,
            ScriptStep.Do s => s.Case,
            ScriptStep.Seat s => s.Case,
            ScriptStep.Score s => s.Case,
            ScriptStep.Object s => s.Case,
            _ => (CaseId?)null,
        };
        if (id is not { } known || !side.World.Has(known))
        {
            return $"{side.World.Today:yyyy-MM-dd}";
        }

        var state = side.World.State(known);
        var stages = state.Procedures.Select(p => side.Pack.Procedure(p.Name).Stage(p.Stage).Label.Zh);
        return $"{side.Pack.Cases[state.Kind].Standing(state.Standing).Label.Zh}{(state.Procedures.IsEmpty ? "" : $"：{string.Join('、', stages)}")}";
    }

    // The same deed in the second pack's own roles, regions, documents and fields.
    private ScriptStep Adapted(ScriptStep step) => step switch
    {
        ScriptStep.Open s => s with { Actor = Adapted(s.Actor), With = [.. s.With.Select(Adapted)], Region = Region(s.Region) },
        ScriptStep.Fill s => s with
        {
            Actor = Adapted(s.Actor),
            Answers = s.Answers.Where(a => Has($"申报书“{a.Key}”栏 the form's field", _second.Pack.Form.Any(f => f.Name == a.Key)))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        },
        ScriptStep.Do s => Adapted(s),
        ScriptStep.Seat s => s with { Actor = Adapted(s.Actor) },
        ScriptStep.Score s => s with { Actor = Adapted(s.Actor) },
        _ => step,
    };

    private ScriptStep.Do Adapted(ScriptStep.Do s)
    {
        var procedure = _second.World.Has(s.Case) ? Conduct.Find(_second.Pack, _second.World.State(s.Case), s.Actions[0]) : null;
        var transition = _second.World.Has(s.Case) ? Conduct.Transition(_second.Pack, _second.World.State(s.Case), procedure, s.Actions[0]) : null;
        var given = s.Inputs.Where(i => transition is null || transition.Ask.Any(f => f.Name == i.Key));
        var asked = (transition?.Ask ?? []).Where(f => f.Required && !s.Inputs.ContainsKey(f.Name) && f.Type is not (FieldType.Items or FieldType.Item or FieldType.Case))
            .Select(f => KeyValuePair.Create(f.Name, FormFiller.Texts(f, _second.World.Today)));
        return s with
        {
            Actor = Adapted(s.Actor),
            Procedure = procedure,
            Inputs = given.Concat(asked).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Files = s.Files is { } files && transition is not null && files.Any(f => !transition.Needs.Contains(f)) ? null : s.Files,
            Reason = s.Reason ?? (transition?.ReasonRequired == true ? "事出有因" : null),
        };
    }

    private Actor Adapted(Actor actor) => actor with
    {
        Roles = [.. actor.Roles.Select(r => _second.Pack.Roles.ContainsKey(r.Role) ? r with { Region = Region(r.Region) } : Alike(r))],
    };

    private RoleGrant Alike(RoleGrant role)
    {
        var kind = _first.Pack.Roles.GetValueOrDefault(role.Role)?.Kind;
        var alike = _second.Pack.Roles.Values.FirstOrDefault(r => r.Kind == kind);
        _lacks.Add(alike is null
            ? $"{Name(_second.Pack)}没有角色“{role.Role}” has no such role"
            : $"{Name(_second.Pack)}没有角色“{role.Role}”，由“{alike.Label.Zh}”代替 played by {alike.Name}");
        return alike is null ? role : new RoleGrant(alike.Name, Region(role.Region));
    }

    private string? Region(string? region) => region is null || _second.Pack.Regions.Contains(region) ? region : _second.Pack.Regions.FirstOrDefault(region);

    private bool Has(string what, bool has)
    {
        if (!has)
        {
            _lacks.Add($"{Name(_second.Pack)}没有{what}");
        }

        return has;
    }

    private void Lacking(Pack has, Pack lacks)
    {
        Say("程序", has.Procedures.Select(p => (p.Name, p.Label)), lacks.Procedures.Select(p => p.Name));
        Say("义务", has.Duties.Select(d => (d.Name, d.Label)), lacks.Duties.Select(d => d.Name));
        Say("处理结果", has.Outcomes.Values.Select(o => (o.Name, o.Label)), lacks.Outcomes.Keys);
        Say("禁止申报期", has.Bans.Values.Select(b => (b.Name, b.Label)), lacks.Bans.Keys);

        void Say(string what, IEnumerable<(string Name, Label Label)> all, IEnumerable<string> known)
        {
            foreach (var (name, label) in all.ExceptBy(known, x => x.Name))
            {
                _lacks.Add($"{Name(lacks)}没有{what}“{label.Zh}”（{name}），{Name(has)}有");
            }
        }
    }

    private IEnumerable<CompareRow> Dates()
    {
        var (first, second) = (Dates(_first).ToList(), Dates(_second).ToList());
        var other = second.ToLookup(d => d.Key);
        var known = first.Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var date in first)
        {
            var beside = other[date.Key].Select(d => d.Day).FirstOrDefault("—");
            yield return new CompareRow(0, date.Label, date.Day, beside, date.Day == beside, beside == "—" ? $"{Name(_second.Pack)}没有 has none" : "");
        }

        foreach (var date in second.Where(d => !known.Contains(d.Key)))
        {
            yield return new CompareRow(0, date.Label, "—", date.Day, false, $"{Name(_first.Pack)}没有 has none");
        }
    }

    // Every mark, deadline, duty and standing of a life, the first time, second time and so on each by itself.
    private static IEnumerable<(string Key, string Label, string Day)> Dates((Pack Pack, World World) side)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, entry) in side.World.Log.Select(e => (e.Case, e.Entry)))
        {
            var kind = side.Pack.Cases[side.World.State(id).Kind];
            foreach (var (key, label, day) in entry.Changes.Select(c => Dated(side.Pack, kind, c)).OfType<(string, string, DateOnly)>())
            {
                var n = times[$"{id} {key}"] = times.GetValueOrDefault($"{id} {key}") + 1;
                yield return ($"{id} {key} {n}", n == 1 ? label : $"{label}（第{n}次）", $"{day:yyyy-MM-dd}");
            }
        }
    }

    private static (string Key, string Label, DateOnly Day)? Dated(Pack pack, CaseRule kind, Change change) => change switch
    {
        Change.MarkSet c => ($"mark {c.Mark}", pack.MarkLabels.TryGetValue(c.Mark, out var label) ? label.Zh : c.Mark, c.Date),
        Change.StandingChanged c => ($"standing {c.To}", $"状态：{kind.Standing(c.To).Label.Zh}", c.On),
        Change.OccurrenceOpened c => ($"duty {c.Occurrence.Id}", $"义务：{pack.Duty(c.Occurrence.Duty).Label.Zh}（{c.Occurrence.Key}）应于", c.Occurrence.Due.Last),
        Change.DeadlineSet { Due: { } due } c => Stage(pack, c.Procedure, due),
        _ => null,
    };

    private static (string, string, DateOnly) Stage(Pack pack, string procedure, Deadline due)
    {
        var (name, stage) = (procedure.Split('/')[0], due.Id[(procedure.Length + 1)..].Split('/')[0]);
        return ($"due {name} {stage}", $"期限：{pack.Procedure(name).Stage(stage).Label.Zh}", due.Last);
    }

    private static string What(ScriptStep step) => step switch
    {
        ScriptStep.Open s => $"open {s.Case}",
        ScriptStep.Fill s => $"fill {s.Case}",
        ScriptStep.Do s => $"{s.Case} {s.Actions[0]}",
        ScriptStep.Seat s => $"seat {s.Case}",
        ScriptStep.Score s => $"score {s.Subject}",
        ScriptStep.Object s => $"object {s.Entry}",
        ScriptStep.Until => "until",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
