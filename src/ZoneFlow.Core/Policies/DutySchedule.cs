using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Policies;

/// <summary>When a duty falls due.</summary>
public abstract record DutySchedule
{
    private DutySchedule()
    {
    }

    /// <summary>Once, counted from a mark.</summary>
    /// <param name="OpensBefore">How long before the mark it opens; null opens it on the mark's day.</param>
    public sealed record Once(string From, Period? OpensBefore, Period Within) : DutySchedule;

    /// <summary>Every calendar year, between two days of it.</summary>
    /// <param name="CoversPreviousYear">True where the report is of the year before, false where of the same year.</param>
    public sealed record Yearly(MonthDay Opens, MonthDay By, bool CoversPreviousYear) : DutySchedule;

    /// <summary>Several times a year, one pair of days each; it covers the part-year before.</summary>
    public sealed record PartYearly(ImmutableArray<MonthDay> Opens, ImmutableArray<MonthDay> By) : DutySchedule;

    /// <summary>Every so many years from a mark, in the window of the year the anniversary falls in.</summary>
    /// <param name="NotBeforeAnniversary">Due on the later of the window's end and the anniversary.</param>
    public sealed record EveryYears(int Years, string Anchor, MonthDay Opens, MonthDay By, bool NotBeforeAnniversary) : DutySchedule;
}
