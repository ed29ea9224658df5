using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Importing parties: looked at first, cell by cell, then done.</summary>
internal static class ImportPages
{
    public static void MapImportPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Import, ShowAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Import + "/check", CheckAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Import, ImportAsync).Shows(View.Installation);
    }

    private static Task<IResult> ShowAsync(HttpContext http, Caller caller, Desk desk, Frames frames) => PageAsync(http, caller, desk, frames, "", null, false, null);

    private static Task<IResult> CheckAsync(HttpContext http, Caller caller, Desk desk, FormIntake intake, Frames frames, PartyImport import) =>
        AnswerAsync(http, caller, desk, intake, frames, import, false);

    private static Task<IResult> ImportAsync(HttpContext http, Caller caller, Desk desk, FormIntake intake, Frames frames, PartyImport import) =>
        AnswerAsync(http, caller, desk, intake, frames, import, true);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, Frames frames, PartyImport import, bool confirmed)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        // A file that was chosen stands beside an empty box, in whichever order they came.
        var text = typed.Values.GetValueOrDefault("csv", []).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) ?? "";
        var (rows, refusal) = PartyImport.Read(text);
        if (refusal is not null)
        {
            return await PageAsync(http, caller, desk, frames, text, null, false, refusal);
        }

        // Once begun it goes on, whether or not anybody waits for the page.
        var lines = await import.RunAsync(rows, confirmed ? caller.Actor : null, confirmed ? CancellationToken.None : http.RequestAborted);
        return await PageAsync(http, caller, desk, frames, text, lines, confirmed, null);
    }

    private static async Task<IResult> PageAsync(
        HttpContext http, Caller caller, Desk desk, Frames frames, string text, IReadOnlyList<ImportLine>? lines, bool done, Refusal? refused)
    {
        var confirm = !done && lines?.Any(l => l.Wrong.Count == 0) == true ? Frames.Tokens(caller, desk.NewSignal()) : null;
        return await PageResults.PageAsync<ImportPage, ImportModel>(
            new ImportModel(await frames.OfAsync(http), Frames.Tokens(caller, desk.NewSignal()), PartyImport.Columns, done ? "" : text, lines, confirm, done, refused),
            refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused));
    }
}
