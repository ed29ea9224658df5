using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Showing;

/// <summary>The working calendar as the operator sees it.</summary>
public sealed class CalendarViews(LivingCalendar calendar, Desk desk, Frames frames, TimeProvider time)
{
    public async Task<CalendarPageModel> OfAsync(
        HttpContext http, string text = "", Refusal? refused = null, CalendarMoves? moves = null, IReadOnlyList<string>? said = null, int? year = null,
        DateOnly? asOf = null)
    {
        var shelf = await calendar.ShelfAsync(http.RequestAborted);
        var known = shelf.Revisions.Where(r => asOf is null || r.Published <= asOf).ToList();
        if (known.All(r => r.Region is not null))
        {
            (asOf, known) = (null, [.. shelf.Revisions]);
        }

        var shown = WorkingCalendar.Of(known, null, shelf.Region);
        var ofYear = year ?? CivilDate.Of(time.GetUtcNow()).Year;
        return new CalendarPageModel(
            await frames.OfAsync(http), shown.Revision, shown.OfficialThrough, ofYear, asOf, !shown.IsOfficial(new DateOnly(ofYear, 1, 1)),
            [
                .. known.OrderByDescending(r => r.Published).ThenBy(r => r.Id, StringComparer.Ordinal)
                    .Select(r => new RevisionLine(r.Id, r.Notice, r.Year, r.Published, r.Replaces, r.Region, r.Source)),
            ],
            [.. Days(shown, ofYear)], [.. shelf.Regions], shelf.Region, Frames.Tokens(Caller.Of(http), desk.NewSignal()), text, refused, moves, said ?? []);
    }

    public static CalendarMoves Of(CalendarPlan plan, CalendarConfirm? confirm) => new(
        [.. plan.Days.Select(d => $"{d.Date:yyyy-MM-dd} {Word(d.Was)} → {Word(d.Now)}")],
        [
            .. plan.Moves.Select(m => new MoveLine(
                m.Number, m.Title, Views.CaseHref(m.Case), m.What, m.Was, m.Now, m.Provisional, m.Printed,
                string.Join("、", m.Days.Select(d => $"{d.Date:yyyy-MM-dd}{Word(d.Now)}")))),
        ],
        [.. plan.Parked.Select(p => p.Value)], confirm);

    private static IEnumerable<DaysLine> Days(WorkingCalendar shown, int year)
    {
        var end = new DateOnly(year, 12, 31);
        for (var day = new DateOnly(year, 1, 1); day <= end && day.Year == year; day = day.AddDays(1))
        {
            var reason = shown.Describe(day);
            if (reason.Kind is DayKind.Working or DayKind.Weekend)
            {
                continue;
            }

            var last = day;
            while (last < end && shown.Describe(last.AddDays(1)) == reason)
            {
                last = last.AddDays(1);
            }

            yield return new DaysLine(day, last, reason.Festival ?? "", What(reason.Kind));
            day = last;
        }
    }

    private static string Word(DayReason reason) => $"{reason.Festival}{What(reason.Kind).Zh}";

    private static Label What(DayKind kind) => kind switch
    {
        DayKind.Holiday => new Label("放假", "off"),
        DayKind.MakeUp => new Label("调休上班", "worked in exchange"),
        DayKind.ProvisionalHoliday => new Label("预计放假", "expected off"),
        DayKind.Weekend => new Label("周末", "weekend"),
        _ => new Label("工作日", "working day"),
    };
}
