using System.Diagnostics;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Server.Commands;

/// <summary>A deadline and its explanation in words, Chinese with English beside.</summary>
internal static class DeadlineText
{
    public static string Answer(DeadlineDate date, WorkingCalendar calendar)
    {
        var provisional = date.Provisional
            ? $"\n暂定 provisional: 超出已公布的放假安排 no notice covers it yet; 最早可能 earliest {date.EarliestPossible:yyyy-MM-dd}"
            : "";
        return $"{Day(date.Last)}\n截止 due {date.Last.AddDays(1):yyyy-MM-dd}T00:00:00+08:00{provisional}\n日历 calendar {calendar.Revision}";
    }

    public static string Note(DayNote note) => $"{Day(note.Date)}  {Step(note)}{Why(note)}";

    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd} {"日一二三四五六"[(int)day.DayOfWeek]} {day.DayOfWeek.ToString()[..3]}";

    private static string Step(DayNote note) => note.Step switch
    {
        DayStep.DayZero => "起算日，不计入 day 0, not counted",
        DayStep.Counted => $"第{note.Number}日 day {note.Number}",
        DayStep.Skipped => "跳过 skipped",
        DayStep.Suspended => "中止，不计入 suspended, not counted",
        DayStep.Named => "届满日 the day named",
        DayStep.RolledOver => "顺延 rolled over",
        DayStep.RolledTo => "顺延至 rolled to",
        _ => throw new UnreachableException(),
    };

    private static string Why(DayNote note) => note.Reason switch
    {
        { Kind: DayKind.Working } => "",
        { Kind: DayKind.Weekend } => "：周末 weekend",
        { Kind: DayKind.Holiday, Festival: { } name } => $"：{name}放假 {Festivals.English(name)} holiday",
        { Kind: DayKind.MakeUp, Festival: { } name } => $"：{name}调休上班 worked in exchange for {Festivals.English(name)}",
        { Kind: DayKind.ProvisionalHoliday, Festival: { } name } => $"：预计{name}放假 expected {Festivals.English(name)} holiday",
        _ => throw new UnreachableException(),
    };
}
