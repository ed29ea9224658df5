using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Work;
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
        pages.MapGet(SitePaths.FileCheck, WorklistRoutes.CheckAsync).NeedsSignIn();
        pages.MapGet(SitePaths.Adopt, AdoptionRoutes.ShowAsync).NeedsSignIn();
        pages.MapPost(SitePaths.Adopt, AdoptionRoutes.TakeAsync).NeedsSignIn();
        pages.MapPost("/worklist/zones", WorklistRoutes.OpenZoneAsync).NeedsSignIn();
        pages.MapPost("/worklist/plans", WorklistRoutes.OpenPlanAsync).NeedsSignIn();
        pages.MapPost("/worklist/rounds", WorklistRoutes.OpenRoundAsync).NeedsSignIn();

        var cases = pages.MapGroup("/cases/{id}");
        cases.MapGet("", CaseRoutes.ShowAsync).Shows(View.Progress).MayScript();
        cases.MapGet("/done/{signal}", CaseRoutes.DoneAsync).Shows(View.Acting);
        cases.MapGet("/form", FormRoutes.ShowAsync).Shows(View.Answers).MayScript();
        cases.MapPost("/form", FormRoutes.SaveAsync).Shows(View.Answers).MayScript();
        cases.MapPost("/form/criteria", FormRoutes.CriteriaAsync).Shows(View.Answers);
        cases.MapGet("/form/print", SheetRoutes.PrintAsync).Shows(View.Answers);
        cases.MapGet("/form/docx", SheetRoutes.DocxAsync).Shows(View.Answers);
        cases.MapPost("/form/scan", SheetRoutes.ScanAsync).Shows(View.Answers).MayScript();
        cases.MapPost("/documents", CaseRoutes.FileAsync).Shows(View.Progress).MayScript();
        cases.MapGet("/dossier.zip", ArchiveRoutes.ExportAsync).Shows(View.Dossier);
        cases.MapGet("/timeline", ArchiveRoutes.TimelineAsync).Shows(View.Journal);
        cases.MapGet("/documents/{slot}/{version:int}", Downloads.FileAsync).Shows(View.Documents);
        cases.MapGet("/documents/{slot}/{version:int}/preview", PreviewRoutes.PageAsync).Shows(View.Documents);
        cases.MapGet("/documents/{slot}/{version:int}/shown", PreviewRoutes.ShownAsync).Shows(View.Documents);
        cases.MapGet("/documents/{slot}/{version:int}/thumbnail", PreviewRoutes.ThumbnailAsync).Shows(View.Documents);
        cases.MapGet("/objections/{receipt}/{index:int}", CaseRoutes.ObjectionFileAsync).Shows(View.Objections);
        cases.MapGet("/deadlines/{**deadline}", CaseRoutes.DeadlineAsync).Shows(View.Progress);
        cases.MapPost("/letters", LetterRoutes.DrawAsync).Shows(View.Documents);
        cases.MapGet("/letters/{key}", LetterRoutes.ShowAsync).Shows(View.Documents);
        cases.MapGet("/letters/{key}/paper", LetterRoutes.PaperAsync).Shows(View.Documents);
        cases.MapGet("/letters/{key}/docx", LetterRoutes.DocxAsync).Shows(View.Documents);
        cases.MapGet("/letters/{key}/sealed", LetterRoutes.SealedAsync).Shows(View.Documents);
        cases.MapPost("/letters/{key}/number", LetterRoutes.NumberAsync).Shows(View.Documents);
        cases.MapPost("/letters/{key}/seal", LetterRoutes.SealAsync).Shows(View.Documents);
        cases.MapPost("/letters/{key}/correction", LetterRoutes.CorrectAsync).Shows(View.Documents);
        cases.MapGet("/act/{action}", ShowActionAsync).Shows(View.Acting).MayScript();
        cases.MapPost("/act/{action}", TakeActionAsync).Shows(View.Acting).MayScript();
        cases.MapGet("/meeting-list", MeetingListAsync).Shows(View.Scores);
        cases.MapGet("/meeting-list.{format:regex(^(csv|xlsx)$)}", MeetingTableAsync).Shows(View.Scores);
        cases.MapGet("/correction", CorrectionRoutes.ShowAsync).Shows(View.Scores);
        cases.MapPost("/correction", CorrectionRoutes.TakeAsync).Shows(View.Scores);
        cases.MapGet("/hand-over", ShowHandOverAsync).Shows(View.Progress);
        cases.MapPost("/hand-over", TakeHandOverAsync).Shows(View.Progress);
        cases.MapGet($"/panel/{{name}}/{{key}}/{What}", ShowPanelAsync).Shows(View.Progress);
        cases.MapPost($"/panel/{{name}}/{{key}}/{What}", TakePanelAsync).Shows(View.Progress);

        pages.MapPlans();
        pages.MapRosters();
        var links = pages.MapGroup("/actions/{id}/{token}").AddEndpointFilter(KeepPrivateAsync);
        links.MapGet("", LinkRoutes.ShowAsync).OpenToAll();
        links.MapGet("/hand-over", LinkRoutes.ShowHandOverAsync).OpenToAll();
        links.MapPost("/hand-over", LinkRoutes.TakeHandOverAsync).OpenToAll();
        links.MapGet("/{action}", LinkRoutes.ShowActionAsync).OpenToAll().MayScript();
        links.MapPost("/{action}", LinkRoutes.TakeActionAsync).OpenToAll().MayScript();
        links.MapGet($"/panel/{What}", LinkRoutes.ShowPanelAsync).OpenToAll();
        links.MapPost($"/panel/{What}", LinkRoutes.TakePanelAsync).OpenToAll();
        links.MapGet("/documents/{slot}/{version:int}", LinkRoutes.DocumentAsync).OpenToAll();
        links.MapGet("/documents/{slot}/{version:int}/preview", PreviewRoutes.PageByLinkAsync).OpenToAll();
        links.MapGet("/documents/{slot}/{version:int}/shown", PreviewRoutes.ShownByLinkAsync).OpenToAll();
        links.MapGet("/documents/{slot}/{version:int}/thumbnail", PreviewRoutes.ThumbnailByLinkAsync).OpenToAll();
        links.MapGet("/done/{signal}", LinkRoutes.DoneAsync).OpenToAll();
    }

    private static Task<IResult> ShowActionAsync(
        HttpContext http, CaseAtHand at, string action, string? procedure, int? visit, ActionWork work, TimeProvider time) =>
        work.ShowAsync(http, AtWork.Of(at, time), action, procedure, visit);

    private static Task<IResult> TakeActionAsync(
        HttpContext http, CaseAtHand at, string action, string? procedure, int? visit, ActionWork work, TimeProvider time) =>
        work.TakeAsync(http, AtWork.Of(at, time), action, procedure, visit);

    private static async Task<IResult> MeetingListAsync(HttpContext http, CaseAtHand at, MeetingLists lists, TimeProvider time) =>
        MeetingLists.Has(at.Pack, at.State)
            ? await PageResults.PageAsync<MeetingListPage, MeetingListModel>(await lists.OfAsync(http, AtWork.Of(at, time)))
            : Problems.NotFound(http);

    private static async Task<IResult> MeetingTableAsync(HttpContext http, CaseAtHand at, string format, MeetingLists lists, TimeProvider time) =>
        MeetingLists.Has(at.Pack, at.State)
            ? ExportRoutes.File(format, "meeting-list", await lists.TableAsync(AtWork.Of(at, time), http.RequestAborted))
            : Problems.NotFound(http);

    private static Task<IResult> ShowHandOverAsync(HttpContext http, CaseAtHand at, string? procedure, int? visit, HandOverWork work, TimeProvider time) =>
        work.ShowAsync(http, AtWork.Of(at, time), procedure, visit);

    private static Task<IResult> TakeHandOverAsync(HttpContext http, CaseAtHand at, string? procedure, int? visit, HandOverWork work, TimeProvider time) =>
        work.TakeAsync(http, AtWork.Of(at, time), procedure, visit);

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
