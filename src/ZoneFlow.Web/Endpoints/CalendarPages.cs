using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>The working calendar: looking at it, and loading a new notice once what moves has been seen.</summary>
internal static class CalendarPages
{
    private const string FileName = "calendar.yaml";

    public static void MapCalendarPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Calendar, ShowAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Calendar + "/plan", PlanAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Calendar + "/load", LoadAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Calendar + "/region/plan", PlanRegionAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Calendar + "/region", CountRegionAsync).Shows(View.Installation);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, CalendarViews views)
    {
        var year = int.TryParse(http.Request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            && asked is >= 1950 and <= ProvisionalYear.Last ? asked : (int?)null;
        var asOf = CivilDate.TryParse(http.Request.Query["as-of"].ToString(), out var date) ? date : (DateOnly?)null;
        return await PageAsync(await views.OfAsync(http, year: year, asOf: asOf));
    }

    private static async Task<IResult> PlanAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, CalendarViews views, LivingCalendar calendar, CalendarReader reader)
    {
        var (text, added, said, answer) = await PostedAsync(http, caller, desk, intake, views, calendar, reader);
        if (answer is not null)
        {
            return answer;
        }

        var shelf = await calendar.ShelfAsync(http.RequestAborted);
        var plan = await calendar.PlanAsync(shelf.With(added), http.RequestAborted);
        var confirm = new CalendarConfirm(SitePaths.Calendar + "/load", "yaml", text, Frames.Tokens(caller, desk.NewSignal()));
        return await PageAsync(await views.OfAsync(http, text, moves: CalendarViews.Of(plan, confirm), said: said, year: added[0].Year));
    }

    private static async Task<IResult> LoadAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, CalendarViews views, LivingCalendar calendar, CalendarReader reader)
    {
        var (_, added, _, answer) = await PostedAsync(http, caller, desk, intake, views, calendar, reader);
        if (answer is not null)
        {
            return answer;
        }

        // Once begun it goes on, whether or not anybody waits for the page.
        var done = await calendar.LoadAsync(added, caller.Actor, CancellationToken.None);
        return await PageAsync(await views.OfAsync(
            http, moves: CalendarViews.Of(done, null), said: [$"{CalendarWords.Loaded(done).Zh} {CalendarWords.Loaded(done).En}"], year: added[0].Year));
    }

    private static async Task<IResult> PlanRegionAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, CalendarViews views, LivingCalendar calendar)
    {
        var (region, shelf, problem) = await RegionAsync(http, caller, desk, intake, calendar);
        if (problem is not null)
        {
            return problem;
        }

        var plan = await calendar.PlanAsync(shelf with { Region = region }, http.RequestAborted);
        var confirm = new CalendarConfirm(SitePaths.Calendar + "/region", "region", region ?? "", Frames.Tokens(caller, desk.NewSignal()));
        return await PageAsync(await views.OfAsync(http, moves: CalendarViews.Of(plan, confirm)));
    }

    private static async Task<IResult> CountRegionAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, CalendarViews views, LivingCalendar calendar)
    {
        var (region, _, problem) = await RegionAsync(http, caller, desk, intake, calendar);
        if (problem is not null)
        {
            return problem;
        }

        var done = await calendar.CountRegionAsync(region, caller.Actor, CancellationToken.None);
        return await PageAsync(await views.OfAsync(http, moves: CalendarViews.Of(done, null), said: ["已设置。 Done."]));
    }

    /// <summary>The notices of a posted file that are new here; or the answer to a form or a file with none.</summary>
    private static async Task<(string Text, ImmutableArray<CalendarRevision> Added, IReadOnlyList<string> Said, IResult? Answer)> PostedAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, CalendarViews views, LivingCalendar calendar, CalendarReader reader)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return ("", [], [], problem);
        }

        var text = TextOf(typed);
        var (added, said, refused) = await ReadAsync(text, calendar, reader, http.RequestAborted);
        var answer = refused is not null || added.IsEmpty ? await PageAsync(await views.OfAsync(http, text, refused, said: said), refused) : null;
        return (text, added, said, answer);
    }

    /// <summary>The posted region, null to count none, and what is known of calendars; or the answer to one that is not known.</summary>
    private static async Task<(string? Region, CalendarShelf Shelf, IResult? Problem)> RegionAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, LivingCalendar calendar)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        var shelf = await calendar.ShelfAsync(http.RequestAborted);
        var region = typed.One("region");
        return (region, shelf, problem ?? (region is not null && !shelf.Regions.Contains(region) ? Problems.NotFound(http) : null));
    }

    private static async Task<(ImmutableArray<CalendarRevision> Added, IReadOnlyList<string> Said, Refusal? Refused)> ReadAsync(
        string text, LivingCalendar calendar, CalendarReader reader, CancellationToken cancellationToken)
    {
        var read = reader(text, FileName);
        if (!read.Problems.IsEmpty)
        {
            return ([], [], Refused(read.Problems.Select(p => new Label(p))));
        }

        var shelf = await calendar.ShelfAsync(cancellationToken);
        if (shelf.Against(read.Revisions) is { Count: > 0 } against)
        {
            return ([], [], Refused(against.Select(a => new Label($"{FileName}:{read.Lines[a.Id]}：{a.Message.Zh}", a.Message.En))));
        }

        var added = shelf.New(read.Revisions);
        var said = read.Revisions.Where(r => !added.Contains(r)).Select(r => $"{r.Id} {r.Notice}：已经载入，没有变动。 Already here; nothing changed.");
        return (added, [.. said], null);
    }

    private static Refusal Refused(IEnumerable<Label> wrong) => new(
        "calendar-wrong", new Label("日历文件有误，没有载入。", "The calendar file is wrong; nothing was loaded."), null, [.. wrong.Select(w => new RefusalDetail("yaml", w))]);

    // A chosen file takes the place of what stands in the box.
    private static string TextOf(Typed typed) =>
        typed.Values.GetValueOrDefault("yaml", []).LastOrDefault(t => !string.IsNullOrWhiteSpace(t)) ?? "";

    private static async Task<IResult> PageAsync(CalendarPageModel model, Refusal? refused = null) =>
        await PageResults.PageAsync<CalendarPage, CalendarPageModel>(model, refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused));
}
