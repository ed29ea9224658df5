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
        foreach (var run in DayRun.Of(calendar, year))
        {
            var what = CalendarWords.Of(run.Why.Kind);
            yield return $"{run.First:yyyy-MM-dd}{(run.Last > run.First ? $"—{run.Last:yyyy-MM-dd}" : "")}  {run.Why.Festival} {what.Zh} {what.En}";
        }
    }

    public static IEnumerable<string> Plan(CalendarPlan plan)
    {
        foreach (var change in plan.Days)
        {
            yield return CalendarWords.Of(change);
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
        var what = $"{move.Number}  {move.Title}  “{move.What.Zh}”";
        var why = move.Days.IsEmpty ? "" : $"  （{CalendarWords.Why(move)}）";
        return move.Was == move.Now
            ? $"{what}  {move.Now:yyyy-MM-dd} 不变{(move.Provisional ? "" : "，不再待定")} stays{(move.Provisional ? "" : ", no longer provisional")}{why}"
            : $"{what}  {move.Was:yyyy-MM-dd} → {move.Now:yyyy-MM-dd}{(move.Provisional ? " 待定 provisional" : "")}{(move.Printed ? " 已公布，只延后 published: later only" : "")}{why}";
    }
}
