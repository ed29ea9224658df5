using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Deleting documents of a case on request, and what is due to be archived.</summary>
internal static class DeletionPages
{
    public static void MapDeletionPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Deletions, AskAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Deletions, FindAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Deletions + "/carried-out", DeleteAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Archiving, ArchivingAsync).Shows(View.Installation);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Caller caller, DeletionViews views) =>
        await PageAsync(await views.OfAsync(http, caller, "", null, "", null));

    private static async Task<IResult> FindAsync(HttpContext http, Caller caller, Desk desk, FormIntake intake, DeletionViews views)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var number = typed.One("number") ?? "";
        var (state, refusal) = await views.CaseAsync(number, http.RequestAborted);
        return await PageAsync(await views.OfAsync(http, caller, number, state, "", refusal));
    }

    private static async Task<IResult> DeleteAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, DeletionViews views, DocumentDeletions deletions, Codes codes)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var (number, ground) = (typed.One("number") ?? "", typed.One("ground") ?? "");
        var (state, refusal) = await views.CaseAsync(number, http.RequestAborted);
        var hashes = typed.All("hash").Where(h => ContentHash.TryParse(h, out _)).Select(ContentHash.Parse).ToHashSet();
        refusal ??= hashes.Count == 0 ? Forms.Wrong("hash", "请选择要删除的材料。", "Choose what is to be deleted.")
            : Forms.WrongGround(ground);
        if (refusal is null && !(await views.LinesAsync(state!, http.RequestAborted)).Any(l => hashes.Contains(l.Hash)))
        {
            // Pressed twice, or never one of the case's: nothing is left to be deleted, and no code is used up.
            return SeeOther.To(SitePaths.Deletions);
        }

        if (refusal is null && await Forms.ProveAsync(http, caller, typed, codes) is var verdict and not CodeVerdict.Right)
        {
            refusal = Desk.CodeRefused(verdict, null);
        }

        if (refusal is not null)
        {
            return await PageAsync(await views.OfAsync(http, caller, number, state, ground, refusal) with { Chosen = hashes });
        }

        // Once begun it goes on, whether or not anybody waits for the page.
        await deletions.CarryOutAsync(state!.Id, hashes, ground, caller.Actor, CancellationToken.None);
        return SeeOther.To(SitePaths.Deletions);
    }

    private static async Task<IResult> ArchivingAsync(HttpContext http, ArchivingViews views) =>
        await PageResults.PageAsync<ArchivingPage, ArchivingModel>(await views.OfAsync(http));

    private static async Task<IResult> PageAsync(DeletionModel model) => await PageResults.PageAsync<DeletionPage, DeletionModel>(
        model, model.Refused is null ? StatusCodes.Status200OK : Problems.StatusOf(model.Refused));
}
