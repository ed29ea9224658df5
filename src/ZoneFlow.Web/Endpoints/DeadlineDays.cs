using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Web.Endpoints;

/// <summary>A deadline of a case, and how it was reckoned.</summary>
public static class DeadlineDays
{
    public static Deadline? Find(CaseState state, string id) =>
        state.Procedures.Select(p => p.Due).Concat(state.Occurrences.Select(o => (Deadline?)o.Due)).FirstOrDefault(d => d?.Id == id);

    /// <summary>One that runs no more, as the journal last had it: the mails that named it are opened long after.</summary>
    public static async Task<Deadline?> PastAsync(ICaseStore store, CaseId id, string deadline, CancellationToken cancellationToken) =>
        (await store.JournalAsync(id, 0, int.MaxValue, cancellationToken)).SelectMany(e => JournalText.Read(e.Bytes.Span).Changes)
            .Select(c => c switch
            {
                Change.DeadlineSet set => set.Due,
                Change.DeadlineMoved moved => moved.Now,
                Change.OccurrenceOpened opened => opened.Occurrence.Due,
                _ => null,
            })
            .LastOrDefault(d => d?.Id == deadline);

    public static ImmutableArray<DayNote> Of(Deadline due, WorkingCalendar calendar) => due.Budget is { } budget
        ? Deadlines.Explain(budget, due.Day0, calendar, due.Reckoning, due.Suspensions)
        : Deadlines.ExplainFixedDate(due.Day0, calendar, due.Reckoning.Roll);
}
