namespace ZoneFlow.Core.Calendars;

/// <summary>Why a day is worked or not. <c>Festival</c> is the festival's Chinese name for holidays and make-up days, null otherwise.</summary>
public readonly record struct DayReason(DayKind Kind, string? Festival = null)
{
    public bool IsWorking => Kind is DayKind.Working or DayKind.MakeUp;
}
