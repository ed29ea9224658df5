namespace ZoneFlow.Core.Calendars;

public enum DayKind
{
    Working,

    /// <summary>A Saturday or Sunday no notice speaks of.</summary>
    Weekend,

    /// <summary>放假: in a notice's holiday range.</summary>
    Holiday,

    /// <summary>调休上班: a Saturday or Sunday that a notice makes a working day.</summary>
    MakeUp,

    /// <summary>Expected to be a holiday, in a year whose notice is not out.</summary>
    ProvisionalHoliday,
}
