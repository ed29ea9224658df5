using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>The routes of the case work: worklist, dossiers, acting, panels, and emailed links.</summary>
public static class CaseWorkEndpoints
{
    private const string What = "{what:regex(^(seats|scores|recusal)$)}";

    public static void MapCaseWork(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/worklist", WorklistRoutes.ShowAsync).NeedsSignIn();
        pages.MapGet(SitePaths.DoneWork, WorklistRoutes.DoneAsync).NeedsSignIn();
        pages.MapGet(SitePaths.Month, WorklistRoutes.MonthAsync).NeedsSignIn();
        pages.MapGet(SitePaths.Overview, WorklistRoutes.OverviewAsync).NeedsSignIn();
        pages.MapPost("/worklist/zones", WorklistRoutes.OpenZoneAsync).NeedsSignIn();
        pages.MapPost("/worklist/plans", WorklistRoutes.OpenPlanAsync).NeedsSignIn();
        pages.MapPost("/worklist/rounds", WorklistRoutes.OpenRoundAsync).NeedsSignIn();

        var cases = pages.MapGroup("/cases/{id}");
        cases.MapGet("", CaseRoutes.ShowAsync).Shows(View.Progress);
        cases.MapGet("/done/{signal}", CaseRoutes.DoneAsync).Shows(View.Acting);
        cases.MapGet("/form", FormRoutes.ShowAsync).Shows(View.Answers);
        cases.MapPost("/form", FormRoutes.SaveAsync).Shows(View.Answers);
        cases.MapPost("/documents", CaseRoutes.FileAsync).Shows(View.Progress);
        cases.MapGet("/documents/{slot}/{version:int}", Downloads.FileAsync).Shows(View.Documents);
        cases.MapGet("/objections/{receipt}/{index:int}", CaseRoutes.ObjectionFileAsync).Shows(View.Objections);
        cases.MapGet("/deadlines/{**deadline}", CaseRoutes.DeadlineAsync).Shows(View.Progress);
        cases.MapGet("/letters/{key}", CaseRoutes.LetterAsync).Shows(View.Documents);
        cases.MapGet("/act/{action}", ShowActionAsync).Shows(View.Acting);
        cases.MapPost("/act/{action}", TakeActionAsync).Shows(View.Acting);
        cases.MapGet($"/panel/{{name}}/{{key}}/{What}", ShowPanelAsync).Shows(View.Progress);
        cases.MapPost($"/panel/{{name}}/{{key}}/{What}", TakePanelAsync).Shows(View.Progress);

        pages.MapPlans();
        var links = pages.MapGroup("/actions/{id}/{token}").AddEndpointFilter(KeepPrivateAsync);
        links.MapGet("", LinkRoutes.ShowAsync).OpenToAll();
        links.MapGet("/{action}", LinkRoutes.ShowActionAsync).OpenToAll();
        links.MapPost("/{action}", LinkRoutes.TakeActionAsync).OpenToAll();
        links.MapGet($"/panel/{What}", LinkRoutes.ShowPanelAsync).OpenToAll();
        links.MapPost($"/panel/{What}", LinkRoutes.TakePanelAsync).OpenToAll();
        links.MapGet("/documents/{slot}/{version:int}", LinkRoutes.DocumentAsync).OpenToAll();
        links.MapGet("/done/{signal}", LinkRoutes.DoneAsync).OpenToAll();
    }

    private static Task<IResult> ShowActionAsync(
        HttpContext http, CaseAtHand at, string action, string? procedure, int? visit, ActionWork work, TimeProvider time) =>
        work.ShowAsync(http, AtWork.Of(at, time), action, procedure, visit);

    private static Task<IResult> TakeActionAsync(
        HttpContext http, CaseAtHand at, string action, string? procedure, int? visit, ActionWork work, TimeProvider time) =>
        work.TakeAsync(http, AtWork.Of(at, time), action, procedure, visit);

    private static Task<IResult> ShowPanelAsync(
        HttpContext http, CaseAtHand at, string name, string key, string what, int? visit, PanelWork work, TimeProvider time) =>
        work.ShowAsync(http, AtWork.Of(at, time), $"{name}/{key}", visit, what);

    private static Task<IResult> TakePanelAsync(
        HttpContext http, CaseAtHand at, string name, string key, string what, int? visit, PanelWork work, TimeProvider time) =>
        work.TakeAsync(http, AtWork.Of(at, time), $"{name}/{key}", visit, what);

    // A link's address is a key: it is kept by no cache, told to no other site and listed by no search.
    private static async ValueTask<object?> KeepPrivateAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        return await next(context);
    }
}
