using System.Globalization;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>
/// Builds the month of last days that concern a reader. The store counts the days; of each, the first few are read, and all
/// of one day page by page.
/// </summary>
public sealed class MonthPages(Frames frames, Office office, Registers registers, FollowedCases followed, Rulebooks rulebooks, TimeProvider time)
{
    private const int FewOfADay = 3;
    private const int PageOfADay = 50;

    /// <param name="of">A month as 2026-03, or a day of it as 2026-03-15 to see that one whole; the present month where it is anything else.</param>
    public async Task<MonthModel> OfAsync(HttpContext http, Caller caller, string? of)
    {
        var cancellationToken = http.RequestAborted;
        var today = CivilDate.Of(time.GetUtcNow());
        var whole = Asked(of, "yyyy-MM-dd");
        var first = (whole ?? Asked($"{of}-01", "yyyy-MM-dd") ?? today) is var day ? new DateOnly(day.Year, day.Month, 1) : default;
        var reader = new Reader(caller.Actor, await office.PacksAsync(cancellationToken), today);
        var cases = (await followed.CountsAsync(reader.Actor, reader.Packs, cancellationToken)).Where(c => c.Next is not null && !c.Outline.Final)
            .GroupBy(c => c.Next!.Value, c => c.Count).ToDictionary(g => g.Key, g => g.Sum());
        var cells = new List<MonthDayCell>();
        foreach (var date in Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays))
        {
            cells.Add(await CellAsync(reader, date, cases.GetValueOrDefault(date), cancellationToken));
        }

        var months = new List<MonthCount>();
        foreach (var month in Enumerable.Range(1, 12).Select(m => new DateOnly(first.Year, m, 1)))
        {
            months.Add(new MonthCount(
                month, await registers.TaskCountAsync(reader.Actor, new DueSpan(month, month.AddMonths(1)), cancellationToken),
                cases.Where(c => c.Key.Year == month.Year && c.Key.Month == month.Month).Sum(c => c.Value)));
        }

        return new MonthModel(await frames.OfAsync(http), first, today, ((int)first.DayOfWeek + 6) % 7, cells, months)
        {
            Whole = whole is { } asked ? await WholeAsync(reader, cells[asked.Day - 1], WorklistPages.From(http, "from"), cancellationToken) : null,
        };
    }

    private static DateOnly? Asked(string? text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2200 ? asked : null;

    private async Task<MonthDayCell> CellAsync(Reader reader, DateOnly day, int cases, CancellationToken cancellationToken)
    {
        var tasks = await registers.TaskCountAsync(reader.Actor, DueSpan.Of(day), cancellationToken);
        var (own, others) = (
            tasks == 0 ? [] : await TasksAsync(reader, day, 0, FewOfADay, cancellationToken), cases == 0 ? [] : await CasesAsync(reader, day, 0, FewOfADay, cancellationToken));
        return new MonthDayCell(
            day, rulebooks.Calendar.Describe(day), !rulebooks.Calendar.IsOfficial(day), [.. DatedWork.Together(own, others)], tasks, cases)
        {
            Href = tasks > FewOfADay || cases > FewOfADay ? Href(day, 0) : null,
        };
    }

    // Both lists go on by one link: each page takes as many further lines of either.
    private async Task<WholeDay> WholeAsync(Reader reader, MonthDayCell cell, int from, CancellationToken cancellationToken) => new(
        cell.Day, await TasksAsync(reader, cell.Day, from, PageOfADay, cancellationToken), cell.Tasks,
        await CasesAsync(reader, cell.Day, from, PageOfADay, cancellationToken), cell.Cases,
        Math.Max(cell.Tasks, cell.Cases) > from + PageOfADay ? Href(cell.Day, from + PageOfADay) : null);

    private async Task<IReadOnlyList<DatedTask>> TasksAsync(Reader reader, DateOnly day, int skip, int most, CancellationToken cancellationToken) =>
        [.. (await registers.TasksAsync(reader.Actor, DueSpan.Of(day), RowSearch.Any, _ => true, skip, most, cancellationToken)).Select(t => DatedWork.Of(t, reader.Today))];

    private async Task<IReadOnlyList<DatedTask>> CasesAsync(Reader reader, DateOnly day, int skip, int most, CancellationToken cancellationToken) =>
        [.. (await followed.DatedAsync(reader.Actor, reader.Packs, DueSpan.Of(day), skip, most, cancellationToken)).Select(c => DatedWork.Of(c, reader.Today))];

    private static string Href(DateOnly day, int from) =>
        string.Create(CultureInfo.InvariantCulture, $"{SitePaths.Month}?of={day:yyyy-MM-dd}{(from > 0 ? $"&from={from}" : "")}#day");

    private sealed record Reader(Actor Actor, IReadOnlyList<Pack> Packs, DateOnly Today);
}
