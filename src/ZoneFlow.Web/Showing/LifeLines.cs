using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Drawing;

namespace ZoneFlow.Web.Showing;

/// <summary>A case's life for its drawing: its standings from the journal, its named dates, and the last days to come.</summary>
internal static class LifeLines
{
    /// <summary>Null where there is nothing to draw yet.</summary>
    /// <param name="due">Whether the reader may see what is owed, and not only the named dates.</param>
    public static LifeLine? Of(Pack pack, CaseState state, IEnumerable<Entry> journal, DateOnly today, bool due)
    {
        var rule = pack.Cases[state.Kind];
        var spans = new List<LifeSpan>();
        foreach (var entry in journal)
        {
            foreach (var change in entry.Changes)
            {
                var (standing, on) = change switch
                {
                    Change.StandingChanged c => (c.To, c.On),
                    Change.CaseOpened c => (c.Standing, c.On),
                    Change.CaseAdopted c => (c.Standing, c.Since),
                    _ => ((string?)null, default),
                };
                if (standing is null)
                {
                    continue;
                }

                if (spans.Count > 0)
                {
                    spans[^1] = spans[^1] with { Until = on.AddDays(-1) < spans[^1].From ? spans[^1].From : on.AddDays(-1) };
                }

                spans.Add(new LifeSpan(rule.Standing(standing).Label, rule.Standing(standing).Final, on, null));
            }
        }

        if (spans.Count == 0)
        {
            return null;
        }

        // A date a document bears may lie before the act that recorded it.
        var first = spans[0].From;
        var marks = state.Marks.Where(m => m.Value.Date >= first).Select(m => new LifeEvent(m.Value.Date, DeadlineWords.Mark(pack, m.Key), m.Value.Date > today, false));
        var owed = due
            ? AheadLines.Due(state).Select(d => new LifeEvent(d.Last, DeadlineWords.About(pack, state, d), d.Last >= today, d.Provisional))
            : [];
        return new LifeLine(spans, [.. marks.Concat(owed).Where(e => e.Day >= first)], today);
    }
}
