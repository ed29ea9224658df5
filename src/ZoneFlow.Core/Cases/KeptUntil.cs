using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>Until when an ended case is kept, and how that was reckoned: the later of its end and the last thing done in it, and the term from there.</summary>
/// <param name="Ended">When it came to its final standing.</param>
/// <param name="LastActed">The day of its journal's last entry.</param>
/// <param name="Last">The last day on which it is kept; a status date, which does not roll.</param>
public sealed record KeptUntil(DateOnly Ended, DateOnly LastActed, Period For, DateOnly Last, Source Source)
{
    public DateOnly From => LastActed > Ended ? LastActed : Ended;

    public bool IsOver(DateOnly today) => today > Last;

    /// <summary>Null where the case has not ended, or nothing says how long it is kept.</summary>
    public static KeptUntil? Of(CaseRule rule, KeepRule? keep, CaseState state, WorkingCalendar calendar)
    {
        if (keep is null || !keep.Standings.TryGetValue(state.Standing, out var term) || rule.Standings.All(s => s.Name != state.Standing || !s.Final))
        {
            return null;
        }

        var kept = new KeptUntil(state.StandingSince, CivilDate.Of(state.LastAt), term, default, keep.Source);
        return kept with { Last = Deadlines.Compute(term, kept.From, calendar, Reckoning.Term).Last };
    }
}
