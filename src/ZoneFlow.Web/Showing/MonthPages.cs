using System.Globalization;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the month of last days that concern a reader.</summary>
public sealed class MonthPages(Frames frames, Office office, DatedWork work, Rulebooks rulebooks, TimeProvider time)
{
    /// <param name="of">A month as 2026-03; the present one where it is anything else.</param>
    public async Task<MonthModel> OfAsync(HttpContext http, Caller caller, string? of)
    {
        var today = CivilDate.Of(time.GetUtcNow());
        var first = DateOnly.TryParseExact($"{of}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2200
            ? asked
            : new DateOnly(today.Year, today.Month, 1);
        var due = (await work.OfAsync(caller.Actor, await office.PacksAsync(http.RequestAborted), true, http.RequestAborted)).ToLookup(d => d.Day);
        var calendar = rulebooks.Calendar;
        return new MonthModel(
            await frames.OfAsync(http), first, today, ((int)first.DayOfWeek + 6) % 7,
            [
                .. Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays)
                    .Select(day => new MonthDayCell(day, calendar.Describe(day), !calendar.IsOfficial(day), [.. due[day]])),
            ],
            [.. Enumerable.Range(1, 12).Select(m => due.Where(g => g.Key.Year == first.Year && g.Key.Month == m).Sum(g => g.Count()))]);
    }
}
