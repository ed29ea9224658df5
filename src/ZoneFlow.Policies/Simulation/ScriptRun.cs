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
    private readonly Chance _chance;
    private int _told;

    private ScriptRun(Script script, World world, string file, int? seed) =>
        (_script, _world, _file, _chance) = (script, world, file, new Chance(seed ?? script.Seed));

    /// <param name="tell">Gets every entry as it is written.</param>
    /// <param name="seed">What chance draws from instead of the script's own seed, or null.</param>
    /// <param name="checksFolds">Whether each journal is folded again and held against its state, which takes most of the time.</param>
    /// <returns>What went otherwise than written, or null.</returns>
    public static Problem? Run(Script script, string file, Pack pack, WorkingCalendar calendar, Action<WorldEntry> tell, int? seed = null, bool checksFolds = false) =>
        new ScriptRun(script, Begin(script, pack, calendar, checksFolds), file, seed).Run(tell);

    /// <summary>Lives a script and answers the world it was lived in: what was sent in it, and what was written.</summary>
    public static (World World, Problem? Wrong) Live(Script script, string file, Pack pack, WorkingCalendar calendar)
    {
        var world = Begin(script, pack, calendar, checksFolds: false);
        return (world, new ScriptRun(script, world, file, null).Run(_ => { }));
    }

    /// <summary>Lives a script on in a world that other scripts have lived in.</summary>
    internal static Problem? Run(Script script, string file, World world) => new ScriptRun(script, world, file, null).Run(_ => { });

    private static World Begin(Script script, Pack pack, WorkingCalendar calendar, bool checksFolds)
    {
        var world = new World(pack, calendar, script.Start) { ChecksFolds = checksFolds };
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
            var step = _script.Steps[i].Drawn(_chance);
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
        var at = step.When?.Instant(_world.Now, _world.Rules.Calendar) ?? _world.Now;
        if (at < _world.Now)
        {
            wrong = $"The clock is already at {_world.Now.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}.";
            return null;
        }

        _world.AdvanceTo(at);
        if (step is ScriptStep.Expect expect)
        {
            wrong = _world.Has(expect.Case) ? Expectations.Against(_world.State(expect.Case), expect) : $"There is no case '{expect.Case}'.";
            return null;
        }

        try
        {
            if (step is ScriptStep.ByChance byChance)
            {
                Everybody.LiveUntil(_world, byChance, _chance, [.. _script.Parties.Values]);
                return null;
            }

            return Play.Take(_world, step)?.Refusal;
        }
        catch (FormatException e)
        {
            wrong = e.Message;
            return null;
        }
    }
}
