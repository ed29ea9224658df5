using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Running the installation.</summary>
internal static class OperatorPages
{
    public static void MapOperatorPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPartyPages();
        routes.MapImportPages();
        routes.MapCodePages();
        routes.MapPrivacyPages();
        routes.MapDeletionPages();
        routes.MapCalendarPages();
        routes.MapMigrationPages();
        routes.MapGet(SitePaths.Outbox, OutboxAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Outbox + "/{**effect}", RetryAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Reminders, RemindersAsync).Shows(View.Installation);
        routes.MapPublishPages();
        routes.MapGet(SitePaths.Parked, ParkedAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Parked + "/{parked}", ResumeAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Packs, PacksAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Packs + "/{pack}/use", UsePackAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Packs + "/{pack}", PackAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Packs + "/{pack}/diagrams/{name}.svg", SvgAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Packs + "/{pack}/diagrams/{name}.mmd", MermaidAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Dossiers, ArchiveRoutes.ListAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Dossiers + "/{dossier}", ArchiveRoutes.ReadAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Dossiers + "/{dossier}/files/{**path}", ArchiveRoutes.FileAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Health, HealthAsync).Shows(View.Installation);
    }

    private static async Task<IResult> OutboxAsync(HttpContext http, Caller caller, OperatorViews views) =>
        await PageResults.PageAsync<OutboxPage, OutboxModel>(await views.OutboxAsync(http, caller));

    private static async Task<IResult> RetryAsync(
        HttpContext http, string effect, Caller caller, Desk desk, FormIntake intake, ICaseStore store, TimeProvider time, WakeUp wake)
    {
        if ((await Forms.ReadAsync(http, caller, desk, intake)).Problem is { } problem)
        {
            return problem;
        }

        // One that has gone out meanwhile is no longer there to be tried again.
        if ((await store.OutboxAsync(int.MaxValue, http.RequestAborted)).FirstOrDefault(e => e.Id == effect) is { } waiting)
        {
            await store.EffectPutOffAsync(waiting.Id, time.GetUtcNow(), 0, waiting.Error, false, http.RequestAborted);
            wake();
        }

        return SeeOther.To(SitePaths.Outbox);
    }

    private static async Task<IResult> RemindersAsync(HttpContext http, string? after, ReminderViews views) =>
        await PageResults.PageAsync<RemindersPage, RemindersModel>(await views.OfAsync(http, after));

    private static async Task<IResult> ParkedAsync(HttpContext http, Caller caller, OperatorViews views) =>
        await PageResults.PageAsync<ParkedPage, ParkedModel>(await views.ParkedAsync(http, caller));

    private static async Task<IResult> ResumeAsync(
        HttpContext http, string parked, Caller caller, Desk desk, FormIntake intake, ICaseStore store, WakeUp wake, LivingCalendar calendar)
    {
        if ((await Forms.ReadAsync(http, caller, desk, intake)).Problem is { } problem)
        {
            return problem;
        }

        if (await store.LoadAsync(new CaseId(parked), http.RequestAborted) is null)
        {
            return Problems.NotFound(http);
        }

        await store.ParkAsync(new CaseId(parked), null, http.RequestAborted);
        try
        {
            // The calendar may have changed while the case stood still.
            await calendar.ReadAgainAsync(new CaseId(parked), http.RequestAborted);
        }
        catch (CaseParkedException)
        {
            // What was wrong with it still is: the list shows it again.
        }

        wake();
        return SeeOther.To(SitePaths.Parked);
    }

    private static async Task<IResult> PacksAsync(HttpContext http, Caller caller, OperatorViews views) =>
        await PageResults.PageAsync<PacksPage, PacksModel>(await views.PacksAsync(http, caller));

    private static async Task<IResult> UsePackAsync(HttpContext http, string pack, Caller caller, Desk desk, FormIntake intake, TimeProvider time)
    {
        var (typed, signal, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var body = new SignalBody.UsePack(pack, typed.One("in-use") == "yes");
        var answer = await desk.SendAsync(
            new SignalId(signal), Registrar.Office, time.GetUtcNow(), caller.Actor, body, desk.NewConfiding(), $"use {pack}", CancellationToken.None);
        return answer.Refusal is { } refusal ? Problems.Refused(http, refusal) : SeeOther.To(SitePaths.Packs);
    }

    private static async Task<IResult> PackAsync(HttpContext http, string pack, OperatorViews views) =>
        await views.PackAsync(http, pack) is { } model ? await PageResults.PageAsync<PackPage, PackModel>(model) : Problems.NotFound(http);

    private static async Task<IResult> SvgAsync(HttpContext http, string pack, string name, Office office, PackDrawings drawings) =>
        await DrawnAsync(http, pack, $"{name}.svg", "image/svg+xml", office, p => drawings.Svg(p, name));

    private static async Task<IResult> MermaidAsync(HttpContext http, string pack, string name, Office office, PackDrawings drawings) =>
        await DrawnAsync(http, pack, $"{name}.mmd", "text/plain; charset=utf-8", office, p => drawings.Mermaid(p, name));

    private static async Task<IResult> DrawnAsync(HttpContext http, string pack, string file, string type, Office office, Func<Pack, string?> draw)
    {
        if ((await office.PacksAsync(http.RequestAborted)).FirstOrDefault(p => p.Id == pack) is not { } found || draw(found) is not { } text)
        {
            return Problems.NotFound(http);
        }

        http.Response.Headers.ContentDisposition = ContentDisposition.Attachment($"{pack}-{file}");
        return Results.Text(text, type);
    }

    private static async Task<IResult> HealthAsync(HttpContext http, HealthViews views) =>
        await PageResults.PageAsync<HealthPage, HealthModel>(await views.OfAsync(http));
}
