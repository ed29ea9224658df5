using ZoneFlow.Core.Calendars;
using ZoneFlow.Runtime.Calendars;

namespace ZoneFlow.Server.Commands;

/// <summary>Calendars and what they move, as lines of text.</summary>
internal static class CalendarText
{
    public static string Revision(CalendarRevision revision) =>
        $"{revision.Id}  {revision.Year}  {revision.Published:yyyy-MM-dd}  {revision.Notice}"
        + (revision.Region is { } region ? $"  [{region}]" : "")
        + (revision.Replaces is { } replaced ? $"  替换 replaces {replaced}" : "");

    /// <summary>The days off and the days worked in exchange, one line for each run of days.</summary>
    public static IEnumerable<string> Year(WorkingCalendar calendar, int year)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var reason = calendar.Describe(day);
            if (reason.Kind is DayKind.Working or DayKind.Weekend)
            {
                continue;
            }

            var last = day;
            while (last < to && calendar.Describe(last.AddDays(1)) == reason)
            {
                last = last.AddDays(1);
            }

            var (zh, en) = Kind(reason.Kind);
            yield return $"{day:yyyy-MM-dd}{(last > day ? $"—{last:yyyy-MM-dd}" : "")}  {reason.Festival} {zh} {en}";
            day = last;
        }
    }

    public static IEnumerable<string> Plan(CalendarPlan plan)
    {
        foreach (var change in plan.Days)
        {
            yield return $"{change.Date:yyyy-MM-dd}  {Day(change.Was)} → {Day(change.Now)}";
        }

        foreach (var move in plan.Moves)
        {
            yield return Move(move);
        }

        foreach (var parked in plan.Parked)
        {
            yield return $"{parked}  已暂停，恢复办理时再核算 parked: computed again when it is taken up";
        }

        yield return plan.Moves.Length == 0 ? "没有期限因此变动。 No deadline moves." : $"共{plan.Moves.Length}项期限。 {plan.Moves.Length} deadlines.";
    }

    private static string Move(DateMove move)
    {
        var days = string.Join("、", move.Days.Select(d => $"{d.Date:yyyy-MM-dd}{Day(d.Now)}"));
        var what = $"{move.Number}  {move.Title}  “{move.What.Zh}”";
        var why = days.Length > 0 ? $"  （{days}）" : "";
        return move.Was == move.Now
            ? $"{what}  {move.Now:yyyy-MM-dd} 不变{(move.Provisional ? "" : "，不再待定")} stays{(move.Provisional ? "" : ", no longer provisional")}{why}"
            : $"{what}  {move.Was:yyyy-MM-dd} → {move.Now:yyyy-MM-dd}{(move.Provisional ? " 待定 provisional" : "")}{(move.Printed ? " 已公布，只延后 published: later only" : "")}{why}";
    }

    private static string Day(DayReason reason) => Kind(reason.Kind).Zh is var zh && reason.Festival is { } festival ? $"{festival}{zh}" : Kind(reason.Kind).Zh;

    private static (string Zh, string En) Kind(DayKind kind) => kind switch
    {
        DayKind.Holiday => ("放假", "off"),
        DayKind.MakeUp => ("调休上班", "worked in exchange"),
        DayKind.ProvisionalHoliday => ("预计放假（通知未发布）", "expected off, no notice yet"),
        DayKind.Weekend => ("周末", "weekend"),
        _ => ("工作日", "working day"),
    };
}
