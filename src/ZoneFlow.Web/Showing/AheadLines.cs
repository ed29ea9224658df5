using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>What lies ahead of a case: all that runs or is owed, and the named dates to come.</summary>
internal static class AheadLines
{
    /// <summary>Every deadline that runs, each once: a procedure that answers a duty shares the duty's.</summary>
    public static IEnumerable<Deadline> Due(CaseState state) =>
        state.Procedures.Select(p => p.Due).OfType<Deadline>().Concat(state.Occurrences.Select(o => o.Due)).DistinctBy(d => d.Id);

    public static IReadOnlyList<FutureLine> Of(AtWork at)
    {
        var due = Due(at.State).Select(d => new FutureLine(
                FutureKind.Due, d.Last, DeadlineWords.About(at.Pack, at.State, d), d.Source, d.Provisional, $"{Views.CaseHref(at.State.Id)}/deadlines/{d.Id}"));
        var marks = at.State.Marks.Where(m => m.Value.Date > at.Today).Select(m => new FutureLine(
            FutureKind.Mark, m.Value.Date, DeadlineWords.Mark(at.Pack, m.Key), at.Pack.Marks.TryGetValue(m.Key, out var rule) ? rule.Source : null, false, null));
        return [.. due.Concat(marks).OrderBy(l => l.Day).ThenBy(l => l.Kind)];
    }
}
