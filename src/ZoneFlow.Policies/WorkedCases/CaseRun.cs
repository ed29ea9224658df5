using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.WorkedCases;

/// <summary>Lives a worked case under a pack and compares what came of it with what it says.</summary>
public static class CaseRun
{
    /// <summary>What is not so, at the case's own file and line, or null.</summary>
    public static Problem? Run(WorkedCase worked, Pack pack, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(worked);
        var world = new World(pack, calendar, worked.Parts[0].Script.Start);
        foreach (var (file, script) in worked.Parts)
        {
            if (ScriptRun.Run(script, file, world) is { } wrong)
            {
                return new Problem(worked.File, worked.Line, $"{worked.Name}: {wrong}");
            }
        }

        var differences = worked.Then.Select(f => Difference(world, f)).OfType<string>().ToList();
        return differences.Count == 0 ? null : new Problem(worked.File, worked.Line, $"{worked.Name}: {string.Join("; ", differences)}");
    }

    private static string? Difference(World world, WorkedCase.Fact fact)
    {
        if (!world.Has(fact.Case))
        {
            return $"there is no case '{fact.Case}'";
        }

        var actual = Actual(world, fact);
        return actual == fact.Expected ? null : $"{fact.What}{(fact.Of.Length > 0 ? $" {fact.Of}" : "")} was to be {fact.Expected} and is {actual}";
    }

    private static string Actual(World world, WorkedCase.Fact fact)
    {
        var state = world.State(fact.Case);
        return fact.What switch
        {
            "standing" => state.Standing,
            "flags" => state.Flags.IsEmpty ? "none" : string.Join(", ", state.Flags),
            "stages" => Expectations.StageOf(state, fact.Of),
            "due" => Expectations.DueOf(state, fact.Of),
            "marks" => state.Marks.TryGetValue(fact.Of, out var mark) ? Expectations.Day(mark.Date) : "none",
            "duties" => Duty(state, fact.Of),
            "items" => state.Item(fact.Of)?.State ?? "none",
            "reminded" => Days<Change.ReminderFellDue>(world, fact, r => r.Told && IsOf(r.Deadline, fact.Of)),
            "missed" => Days<Change.DeadlineMissed>(world, fact, m => IsOf(m.Deadline, fact.Of)),
            "closed" => Days<Change.NoticeEntryClosed>(world, fact, c => c.Entry == fact.Of),
            "filed-late" => Listed<Change.FiledLate>(world, fact, l => IsOf(l.Procedure, fact.Of), l => Expectations.Day(l.Last)),
            "bans" => Listed<Change.BanImposed>(world, fact, b => b.Ban == fact.Of, b => Expectations.Day(b.Last)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>One occurrence: owed, settled, settled-late, lapsed, replaced, skipped, deferred, or none where it never arose.</summary>
    private static string Duty(CaseState state, string id) => state.Occurrences.Any(o => o.Id == id)
        ? "owed"
        : state.Past.TryGetValue(id, out var past) ? past == OccurrenceState.SettledLate ? "settled-late" : past.ToString().ToLowerInvariant() : "none";

    /// <summary>A deadline goes by its procedure and key; a name without a key means each of them.</summary>
    private static bool IsOf(string id, string name) => id == name || id.StartsWith($"{name}/", StringComparison.Ordinal);

    private static string Days<T>(World world, WorkedCase.Fact fact, Func<T, bool> such) where T : Change =>
        OrNone(from entry in world.Journal(fact.Case)
               from change in entry.Changes.OfType<T>().Where(such)
               select Expectations.Day(CivilDate.Of(entry.At)));

    private static string Listed<T>(World world, WorkedCase.Fact fact, Func<T, bool> such, Func<T, string> shown) where T : Change =>
        OrNone(world.Journal(fact.Case).SelectMany(e => e.Changes).OfType<T>().Where(such).Select(shown));

    private static string OrNone(IEnumerable<string> all) => string.Join(", ", all) is { Length: > 0 } some ? some : "none";
}
