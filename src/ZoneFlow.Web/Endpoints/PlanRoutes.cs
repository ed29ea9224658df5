using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Imports;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Plans;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>A plan's numbers: shown, taken away, filled in by spreadsheet, and compared over many cases.</summary>
internal static class PlanRoutes
{
    private const string Formats = "{format:regex(^(csv|xlsx)$)}";

    public static void MapPlans(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Portfolio, PortfolioAsync).NeedsSignIn();
        routes.MapGet($"/worklist/plans.{Formats}", PortfolioTableAsync).NeedsSignIn();
        var plan = routes.MapGroup("/cases/{id}");
        plan.MapGet("/plan", ShowAsync).Shows(View.Plan);
        plan.MapGet($"/plan.{Formats}", TableAsync).Shows(View.Plan);
        plan.MapGet("/plan/book", BookAsync).Shows(View.Plan);
        plan.MapGet("/plan/values", ValuesAsync).Shows(View.Plan);
        plan.MapPost("/plan/values", ReadAsync).Shows(View.Plan);
        plan.MapPost("/plan/values/taken", TakeAsync).Shows(View.Plan);
        plan.MapGet($"/plan/values/template.{Formats}", TemplateAsync).Shows(View.Plan);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, CaseAtHand at, PlanPages pages, TimeProvider time) =>
        await PageResults.PageAsync<PlanPage, PlanPageModel>(await pages.OfAsync(http, AtWork.Of(at, time)));

    private static async Task<IResult> BookAsync(HttpContext http, CaseAtHand at, PlanPages pages, TimeProvider time) =>
        await PageResults.PageAsync<BookPage, BookPageModel>(await pages.BookAsync(http, AtWork.Of(at, time)));

    private static async Task<IResult> TableAsync(HttpContext http, CaseAtHand at, string format, PlanPages pages, TimeProvider time) =>
        ExportRoutes.File(format, "plan", await pages.TableAsync(AtWork.Of(at, time), http.RequestAborted));

    private static async Task<IResult> ValuesAsync(HttpContext http, CaseAtHand at, ValuePages pages, TimeProvider time) =>
        await PageResults.PageAsync<ValuesPage, ValuesPageModel>(await pages.OfAsync(http, AtWork.Of(at, time), null, null));

    private static async Task<IResult> TemplateAsync(HttpContext http, CaseAtHand at, string format, LookUps lookUps, TimeProvider time)
    {
        var work = AtWork.Of(at, time);
        return ExportRoutes.File(format, "values", ValueImport.Template(OwedReports.Of(work, await lookUps.BookAsync(at.State.Id, http.RequestAborted))));
    }

    private static async Task<IResult> ReadAsync(HttpContext http, CaseAtHand hand, PageIntake intake, ValuePages pages, LookUps lookUps, IDocumentStore documents, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        var refusal = posted.Form.Refusal;
        ImmutableArray<ValueRow>? rows = null;
        if (refusal is null)
        {
            var (sheet, wrong) = await SheetAsync(posted, documents, http.RequestAborted);
            if (sheet is not null)
            {
                var (read, unfit) = ValueImport.Read(sheet, OwedReports.Of(at, await lookUps.BookAsync(at.State.Id, http.RequestAborted)));
                (rows, wrong) = (read, unfit);
            }

            refusal = wrong is null ? null : new Refusal("table-wrong", wrong, null, [new RefusalDetail("file", wrong)]);
        }

        return await PageResults.PageAsync<ValuesPage, ValuesPageModel>(
            await pages.OfAsync(http, at, refusal is null ? rows : null, refusal), refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal));
    }

    // Nothing is filed here: what is taken waits on the pages of its reports until somebody files them.
    private static async Task<IResult> TakeAsync(HttpContext http, CaseAtHand hand, PageIntake intake, OwedReports reports, LookUps lookUps, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        var owed = OwedReports.Of(at, await lookUps.BookAsync(at.State.Id, http.RequestAborted));
        foreach (var report in owed)
        {
            var given = posted.Typed.Under($"take.{report.Procedure}|");
            var rows = report.Indicators.Where(i => given.One(i.Name) is not null).Select(i => new ValueRow("", report.Procedure, "", i.Name, given.One(i.Name)!, null)).ToList();
            if (rows.Count > 0)
            {
                var waiting = await reports.WaitingAsync(at.State.Id, report.Procedure, http.RequestAborted);
                await reports.KeepAsync(at.State.Id, report.Procedure, ValueImport.Take(waiting, rows, report.Procedure), http.RequestAborted);
            }
        }

        return Results.Redirect($"{Views.CaseHref(at.State.Id)}/plan/values");
    }

    /// <summary>The table that a form brought, an Excel workbook or a CSV text.</summary>
    public static async Task<(Sheet? Sheet, Label? Wrong)> SheetAsync(PostedPage posted, IDocumentStore documents, CancellationToken cancellationToken)
    {
        if (posted.Typed.One("table") is { } text)
        {
            return SheetReader.OfCsv(text);
        }

        if (posted.Form.Files is not [var file])
        {
            return (null, new Label("请选择一个文件。", "Choose one file."));
        }

        await using var content = await documents.OpenAsync(file.Content, cancellationToken) ?? throw new IOException($"{file.Content} was stored and is not there.");
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        return SheetReader.OfXlsx(bytes);
    }

    private static async Task<IResult> PortfolioAsync(HttpContext http, Caller caller, string? policy, string? indicator, string? after, PortfolioPages pages) =>
        await PageResults.PageAsync<PortfolioPage, PortfolioPageModel>(await pages.OfAsync(http, caller, policy, indicator, after));

    private static async Task<IResult> PortfolioTableAsync(Caller caller, string format, string? policy, PortfolioPages pages, CancellationToken cancellationToken) =>
        ExportRoutes.File(format, "plans", await pages.TableAsync(caller, policy, cancellationToken));
}
