using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Public;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>The signed roots for anybody, and the proof of an own act for whoever did it.</summary>
internal static class EvidenceRoutes
{
    private const int Shown = 60;

    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Evidence, ShowAsync).OpenToAll().IsPublic();
        routes.MapGet($"{SitePaths.Evidence}.json", DataAsync).OpenToAll().IsPublic();
        routes.MapGet("/cases/{id}/done/{signal}/proof.json", ProofAsync).Shows(View.Acting);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, DailyRoots roots, Frames frames)
    {
        var all = await roots.AllAsync(http.RequestAborted);
        return await PageResults.PageAsync<EvidencePage, EvidenceModel>(
            new EvidenceModel(await frames.OfAsync(http), [.. all.Roots.Take(Shown)], all.Keys, $"{SitePaths.Evidence}.json"));
    }

    private static async Task<IResult> DataAsync(HttpContext http, DailyRoots roots) =>
        Results.Json(await roots.AllAsync(http.RequestAborted), EvidenceJson.Default.PublishedRoots);

    private static async Task<IResult> ProofAsync(
        HttpContext http, CaseAtHand hand, string signal, OutcomePages outcomes, ICaseStore store, DailyRoots roots, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        if (await outcomes.OwnAsync(at, new SignalId(signal), http.RequestAborted) is not { } entry)
        {
            return Problems.NotFound(http);
        }

        var stored = (await store.JournalAsync(at.State.Id, entry.Sequence - 1, 1, http.RequestAborted))[0];
        if (await roots.OfEntryAsync(at.State.Id, stored, entry.At, http.RequestAborted) is not { } proof)
        {
            return Problems.Of(http, StatusCodes.Status409Conflict, "no-root-yet", "存证根每天生成一次，请明日再来下载。", "A root is made once a day; come again tomorrow.");
        }

        http.Response.Headers.ContentDisposition = ContentDisposition.Attachment($"{at.State.Number}-{entry.Sequence}-存证.json");
        return Results.Json(proof, EvidenceJson.Default.InclusionProof);
    }
}
