using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Feeds;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>What other programs subscribe to: public notices as Atom, a person's dates as iCalendar.</summary>
internal static class FeedRoutes
{
    private const int MostEntries = 100;

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Feed, AtomAsync).OpenToAll().IsPublic();
        routes.MapGet(SitePaths.Subscriptions, ShowAsync).NeedsSignIn();
        routes.MapPost(SitePaths.Subscriptions, RenewAsync).NeedsSignIn();
        routes.MapGet("/calendars/{token}", CalendarAsync).OpenToAll();
    }

    private static async Task<IResult> AtomAsync(
        HttpContext http, Registers registers, Office office, ShellOptions options, TimeProvider time, DailyRoots roots)
    {
        var notices = (await registers.NoticesAsync(MostEntries, http.RequestAborted)).Select(n => new FeedEntry(
            Notices.HrefOf(n), $"公示：{n.Title}", $"{n.Issuer}，{n.From:yyyy-MM-dd}至{n.Last:yyyy-MM-dd}。{string.Join("、", n.Entries.Select(e => e.Title))}", n.Issuer,
            CivilDate.StartOf(n.From)));
        var rows = await registers.ShownAsync(await registers.AnnouncementsAsync(MostEntries, http.RequestAborted), http.RequestAborted);
        var announced = rows.Select(a => new FeedEntry(
            Views.PublishedHref(a.Case, a.Document), $"公告：{a.Label}（{a.CaseTitle}）", $"{a.Issuer}，{a.On:yyyy-MM-dd}{(a.Number.Length > 0 ? $"，{a.Number}" : "")}", a.Issuer, CivilDate.StartOf(a.On)));
        var entries = notices.Concat(announced).OrderByDescending(e => e.At).Take(MostEntries).ToList();
        var name = await office.NameAsync(http.RequestAborted);
        var root = (await roots.LatestAsync(http.RequestAborted))?.Printed();
        return Results.Bytes(
            AtomFeed.Of(options.BaseAddress, SitePaths.Feed, $"{name}：公示和公告", entries, time.GetUtcNow(), root), "application/atom+xml; charset=utf-8");
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Caller caller, Desk desk, CalendarTickets tickets, Frames frames) =>
        await PageAsync(http, caller, desk, tickets, frames, null);

    private static async Task<IResult> RenewAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, CalendarTickets tickets, Frames frames, ShellOptions options)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var whole = typed.One("which") == "whole";
        if (typed.One("end") is not null)
        {
            await tickets.EndAsync(caller.Actor.Person!.Value, whole, http.RequestAborted);
            return Results.Redirect(SitePaths.Subscriptions);
        }

        var token = await tickets.RenewAsync(caller.Actor.Person!.Value, caller.Actor.Party!.Value, whole, http.RequestAborted);
        return await PageAsync(http, caller, desk, tickets, frames, $"{options.BaseAddress}/calendars/{token.Value}");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Caller caller, Desk desk, CalendarTickets tickets, Frames frames, string? address) =>
        await PageResults.PageAsync<SubscriptionsPage, SubscriptionsModel>(new SubscriptionsModel(
            await frames.OfAsync(http), SitePaths.Subscriptions, Frames.Tokens(caller, desk.NewSignal()),
            await tickets.HasAsync(caller.Actor.Person!.Value, false, http.RequestAborted), await tickets.HasAsync(caller.Actor.Person!.Value, true, http.RequestAborted),
            address));

    private static async Task<IResult> CalendarAsync(
        HttpContext http, string token, CalendarTickets tickets, DatedWork work, Office office, ShellOptions options, TimeProvider time)
    {
        if (!Token.TryParse(token, out var held) || await tickets.FindAsync(held, http.RequestAborted) is not var (actor, whole))
        {
            return Problems.NotFound(http);
        }

        var packs = await office.PacksAsync(http.RequestAborted);
        var events = (await work.OfAsync(actor, packs, whole, http.RequestAborted)).Select(d => new CalendarEvent(
            $"{d.Key}@zoneflow", d.Day, $"{d.What.Zh}：{d.Title}", d.Detail, options.BaseAddress + d.Href, d.Provisional));
        var name = await office.NameAsync(http.RequestAborted);
        return Results.Bytes(CalendarFeed.Of($"{name}期限", time.GetUtcNow(), events), "text/calendar; charset=utf-8", "zoneflow.ics");
    }
}
