using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Calendars;

/// <summary>What putting another calendar in use would do, or did.</summary>
/// <param name="Was">The calendar's revision before.</param>
/// <param name="Now">The calendar's revision after; the same where nothing would change.</param>
/// <param name="Days">The days of the years concerned that change.</param>
/// <param name="Moves">By case number and deadline.</param>
/// <param name="Parked">Cases that are set aside: theirs are computed when they are taken up again.</param>
public sealed record CalendarPlan(
    string Was, string Now, ImmutableArray<DayChange> Days, ImmutableArray<DateMove> Moves, ImmutableArray<CaseId> Parked);
