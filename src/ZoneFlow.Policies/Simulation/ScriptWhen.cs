using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Policies.Simulation;

/// <summary>When a step happens: at an instant, or some time after the step before it, at ten in the morning.</summary>
public abstract record ScriptWhen
{
    private ScriptWhen()
    {
    }

    public sealed record At(DateTimeOffset Time) : ScriptWhen;

    /// <summary>Between two lengths of one unit, both included; the seed draws which. The same twice is no draw.</summary>
    public sealed record After(Period Least, Period Most) : ScriptWhen
    {
        public After Drawn(Chance chance)
        {
            var drawn = new Period(chance.Between(Least.Count, Most.Count), Least.Unit);
            return new After(drawn, drawn);
        }
    }

    /// <summary>The instant, where the clock stands at <paramref name="now"/>. Only what was drawn has one.</summary>
    public DateTimeOffset Instant(DateTimeOffset now, WorkingCalendar calendar) => this switch
    {
        At at => at.Time,
        After after => CivilDate.At(Deadlines.Compute(after.Least, CivilDate.Of(now), calendar, Reckoning.Term).Last, new TimeOnly(10, 0)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
