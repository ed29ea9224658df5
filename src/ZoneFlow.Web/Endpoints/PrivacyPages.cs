using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Deleting personal texts, and who has read which dossier.</summary>
internal static class PrivacyPages
{
    private const int Shown = 200;

    public static void MapPrivacyPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Erasure, AskAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Erasure, FindAsync).Shows(View.Installation);
        routes.MapPost(SitePaths.Erasure + "/carried-out", EraseAsync).Shows(View.Installation);
        routes.MapGet(SitePaths.Readings, AllReadingsAsync).Shows(View.Installation);
        routes.MapGet("/cases/{id}/readings", ReadingsAsync).Shows(View.Dossier);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Caller caller, ErasureViews views) =>
        await PageAsync(await views.OfAsync(http, caller, "", "", null, "", null));

    private static async Task<IResult> FindAsync(HttpContext http, Caller caller, Desk desk, FormIntake intake, ErasureViews views, Erasures erasures)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var (number, words) = (typed.One("number")?.Trim() ?? "", typed.One("words")?.Trim() ?? "");
        var (id, refusal) = await views.CaseAsync(number, words, http.RequestAborted);
        return await PageAsync(await views.OfAsync(
            http, caller, number, words, id is { } of ? await erasures.FindAsync(of, words, http.RequestAborted) : null, "", refusal));
    }

    private static async Task<IResult> EraseAsync(
        HttpContext http, Caller caller, Desk desk, FormIntake intake, ErasureViews views, Erasures erasures, Codes codes)
    {
        var (typed, _, problem) = await Forms.ReadAsync(http, caller, desk, intake);
        if (problem is not null)
        {
            return problem;
        }

        var (number, words, ground) = (typed.One("number")?.Trim() ?? "", typed.One("words")?.Trim() ?? "", typed.One("ground")?.Trim() ?? "");
        var (id, refusal) = await views.CaseAsync(number, words, http.RequestAborted);
        var digests = typed.All("digest");
        refusal ??= digests.Length == 0 ? Forms.Wrong("words", "请选择要删除的内容。", "Choose what is to be deleted.")
            : Forms.WrongGround(ground) is { } wrong ? wrong
            : words.Length > 0 && ground.Contains(words, StringComparison.OrdinalIgnoreCase) ? Forms.Wrong("ground", "依据中不要写入被删除的内容。", "The ground must not hold what is deleted.")
            : null;
        if (refusal is null && !(await erasures.FindAsync(id!.Value, "", http.RequestAborted)).Any(t => digests.Contains(t.Digest)))
        {
            // Pressed twice: what is gone is gone, is written down once, and uses up no code.
            return SeeOther.To(SitePaths.Erasure);
        }

        if (refusal is null && await Forms.ProveAsync(http, caller, typed, codes) is var verdict and not CodeVerdict.Right)
        {
            refusal = Desk.CodeRefused(verdict, null);
        }

        if (refusal is not null)
        {
            return await PageAsync(await views.OfAsync(
                http, caller, number, words, id is { } of ? await erasures.FindAsync(of, words, http.RequestAborted) : null, ground, refusal) with { Chosen = digests.ToHashSet() });
        }

        await erasures.CarryOutAsync(id!.Value, [.. digests], ground, caller.Actor, http.RequestAborted);
        return SeeOther.To(SitePaths.Erasure);
    }

    private static async Task<IResult> AllReadingsAsync(HttpContext http, ErasureViews views) =>
        await PageResults.PageAsync<ReadingsPage, ReadingsModel>(await views.ReadingsAsync(http, null, Shown));

    private static async Task<IResult> ReadingsAsync(HttpContext http, CaseAtHand at, ErasureViews views) =>
        await PageResults.PageAsync<ReadingsPage, ReadingsModel>(await views.ReadingsAsync(http, at.State, Shown));

    private static async Task<IResult> PageAsync(ErasureModel model) => await PageResults.PageAsync<ErasurePage, ErasureModel>(
        model, model.Refused is null ? StatusCodes.Status200OK : Problems.StatusOf(model.Refused));
}
