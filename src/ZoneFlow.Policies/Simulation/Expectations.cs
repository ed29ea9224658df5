using ZoneFlow.Core.Cases;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Compares a case with what a script says of it.</summary>
internal static class Expectations
{
    /// <summary>What is not so, in a sentence, or null.</summary>
    public static string? Against(CaseState state, ScriptStep.Expect expect) =>
        Differs("standing", expect.Standing, state.Standing)
        ?? Differs("flags", expect.Flags is { } flags ? string.Join(", ", flags.Order(StringComparer.Ordinal)) : null, string.Join(", ", state.Flags))
        ?? expect.Stages.Select(s => Differs($"stage of {s.Key}", s.Value, StageOf(state, s.Key))).FirstOrDefault(d => d is not null)
        ?? expect.Due.Select(d => Differs($"due date of {d.Key}", d.Value, DueOf(state, d.Key))).FirstOrDefault(d => d is not null)
        ?? expect.Marks.Select(m => Differs($"mark {m.Key}", m.Value, state.Marks.TryGetValue(m.Key, out var mark) ? Day(mark.Date) : "none"))
            .FirstOrDefault(d => d is not null);

    // A procedure that is over shows its result.
    internal static string StageOf(CaseState state, string procedure) =>
        state.Procedures.FirstOrDefault(p => p.Id == procedure || p.Name == procedure)?.Stage
        ?? (state.Ended.TryGetValue(procedure, out var result) ? result : "none");

    internal static string DueOf(CaseState state, string name) =>
        (state.Occurrences.FirstOrDefault(o => o.Id == name)?.Due ?? state.Procedures.FirstOrDefault(p => p.Id == name || p.Name == name)?.Due) is { } due
            ? Day(due.Last)
            : "none";

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private static string? Differs(string what, string? expected, string actual) =>
        expected is null || expected == actual ? null : $"The {what} was expected to be '{expected}' and is '{actual}'.";
}
