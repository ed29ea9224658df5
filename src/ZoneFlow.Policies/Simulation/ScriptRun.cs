using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Lives a script in virtual time. It stops at the first step that went otherwise than written.</summary>
public sealed class ScriptRun
{
    private readonly Script _script;
    private readonly World _world;
    private readonly string _file;
    private int _told;

    private ScriptRun(Script script, World world, string file) => (_script, _world, _file) = (script, world, file);

    /// <param name="tell">Gets every entry as it is written.</param>
    /// <returns>What went otherwise than written, or null.</returns>
    public static Problem? Run(Script script, string file, Pack pack, WorkingCalendar calendar, Action<WorldEntry> tell) =>
        new ScriptRun(script, Begin(script, pack, calendar), file).Run(tell);

    private static World Begin(Script script, Pack pack, WorkingCalendar calendar)
    {
        var world = new World(pack, calendar, script.Start);
        foreach (var (name, code) in script.Codes)
        {
            world.Codes[new PartyId(name)] = code;
        }

        return world;
    }

    private Problem? Run(Action<WorldEntry> tell)
    {
        for (var i = 0; i < _script.Steps.Length; i++)
        {
            var step = _script.Steps[i];
            var refusal = Attempt(step, out var wrong);
            Tell(tell);
            if (wrong is not null)
            {
                return new Problem(_file, step.Line, wrong);
            }

            var expected = i + 1 < _script.Steps.Length ? _script.Steps[i + 1] as ScriptStep.ExpectRefusal : null;
            if (refusal?.Rule != expected?.Rule)
            {
                return new Problem(_file, expected?.Line ?? step.Line, refusal is null
                    ? $"This was to be refused ({expected!.Rule}) and was accepted."
                    : $"Refused ({refusal.Rule}): {refusal.Message}{string.Concat(refusal.Details.Select(d => $"\n  {d.Name}: {d.Message}"))}");
            }
        }

        return null;
    }

    private void Tell(Action<WorldEntry> tell)
    {
        for (; _told < _world.Log.Count; _told++)
        {
            tell(_world.Log[_told]);
        }
    }

    private Refusal? Attempt(ScriptStep step, out string? wrong)
    {
        wrong = null;
        if (step.At < _world.Now)
        {
            wrong = $"The clock is already at {_world.Now.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}.";
            return null;
        }

        _world.AdvanceTo(step.At ?? _world.Now);
        if (step is ScriptStep.Expect expect)
        {
            wrong = _world.Has(expect.Case) ? Expectations.Against(_world.State(expect.Case), expect) : $"There is no case '{expect.Case}'.";
            return null;
        }

        try
        {
            return Send(step)?.Refusal;
        }
        catch (FormatException e)
        {
            wrong = e.Message;
            return null;
        }
    }

    private Decision? Send(ScriptStep step) => step switch
    {
        ScriptStep.Open s => _world.Send(s.Case, s.Actor, new SignalBody.OpenCase(
            _world.Rules.Policy.Revision, s.Kind, s.Number, s.Title, s.Region, Applicants(s.Actor))),
        ScriptStep.Fill s => _world.Send(s.Case, s.Actor, new SignalBody.SaveAnswers(FormFiller.Fill(_world.Rules.Policy, _world.Today, s.Answers))),
        ScriptStep.Do s => Act(s),
        ScriptStep.Seat s => _world.Send(s.Case, s.Actor, new SignalBody.SeatExperts(Panel(s.Case).Id, Panel(s.Case).Visit, s.Experts)),
        ScriptStep.Score s => _world.Send(s.Case, s.Actor, new SignalBody.GiveScore(
            Panel(s.Case).Id, Panel(s.Case).Visit, s.Subject.Value, s.Scores, null)),
        ScriptStep.Object s => Object(s),
        _ => null,
    };

    private Decision Act(ScriptStep.Do s)
    {
        Exists(s.Case);
        var state = _world.State(s.Case);
        var procedure = s.Procedure ?? Conduct.Find(_world.Rules.Policy, state, s.Action);
        var asked = Conduct.Transition(_world.Rules.Policy, state, procedure, s.Action)?.Ask ?? [];
        var inputs = s.Inputs.ToImmutableSortedDictionary(
            i => i.Key,
            i => asked.FirstOrDefault(f => f.Name == i.Key) is { } field ? FormFiller.Value(field, i.Value) : new FieldValue.Text(i.Value[0]),
            StringComparer.Ordinal);
        return Conduct.Do(_world, new Deed(s.Case, s.Actor, s.Action)
        {
            Procedure = procedure, Inputs = inputs, Files = s.Files, Attested = s.Attest, Reason = s.Reason,
        });
    }

    private Decision Object(ScriptStep.Object s)
    {
        Exists(s.Case);
        var notice = _world.State(s.Case).Procedures.FirstOrDefault(p => !p.Entries.IsEmpty)?.Id ?? "";
        Confided? who = s.Name is null ? null : Paperwork.Confide(s.Name);
        return _world.Send(s.Case, Actor.Anonymous, new SignalBody.MakeObjection(
            notice, s.Entry.Value, $"R-{s.Line}", who, who, Paperwork.Confide(s.Text), []));
    }

    private Procedure Panel(CaseId id)
    {
        Exists(id);
        return _world.State(id).Procedures.FirstOrDefault(p => _world.Rules.Policy.Procedure(p.Name).Stage(p.Stage) is StageRule.Panel)
            ?? throw new FormatException($"No panel sits in '{id}' now.");
    }

    private void Exists(CaseId id)
    {
        if (!_world.Has(id))
        {
            throw new FormatException($"There is no case '{id}'.");
        }
    }

    private ImmutableSortedDictionary<string, PartyId> Applicants(Actor actor) => actor.Roles
        .Where(r => _world.Rules.Policy.Roles.TryGetValue(r.Role, out var rule) && rule.Kind == RoleKind.Applicant)
        .ToImmutableSortedDictionary(r => r.Role, _ => actor.Party!.Value, StringComparer.Ordinal);
}
