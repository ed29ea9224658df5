using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
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
            [.. DayRun.Of(shown, ofYear).Select(r => new DaysLine(r.First, r.Last, r.Why.Festival ?? "", CalendarWords.Of(r.Why.Kind)))], [.. shelf.Regions], shelf.Region, Frames.Tokens(Caller.Of(http), desk.NewSignal()), text, refused, moves, said ?? []);
    }

    public static CalendarMoves Of(CalendarPlan plan, CalendarConfirm? confirm) => new(
        [.. plan.Days.Select(d => CalendarWords.Of(d))],
        [
            .. plan.Moves.Select(m => new MoveLine(
                m.Number, m.Title, Views.CaseHref(m.Case), m.What, m.Was, m.Now, m.Provisional, m.Printed,
                CalendarWords.Why(m))),
        ],
        [.. plan.Parked.Select(p => p.Value)], confirm);
}
