using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Web.Endpoints;

/// <summary>A running deadline of a case, and how it was reckoned.</summary>
public static class DeadlineDays
{
    public static Deadline? Find(CaseState state, string id) =>
        state.Procedures.Select(p => p.Due).Concat(state.Occurrences.Select(o => (Deadline?)o.Due)).FirstOrDefault(d => d?.Id == id);

    public static ImmutableArray<DayNote> Of(Deadline due, WorkingCalendar calendar) => due.Budget is { } budget
        ? Deadlines.Explain(budget, due.Day0, calendar, due.Reckoning, due.Suspensions)
        : Deadlines.ExplainFixedDate(due.Day0, calendar, due.Reckoning.Roll);
}
