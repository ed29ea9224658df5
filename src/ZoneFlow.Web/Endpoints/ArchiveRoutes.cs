using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Archiving;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>A case's whole dossier taken away, its timeline to print, and dossiers from elsewhere opened to be read.</summary>
internal static class ArchiveRoutes
{
    public static async Task<IResult> ExportAsync(HttpContext http, CaseAtHand at, DossierWriter writer, CancellationToken cancellationToken)
    {
        // Through a file, so that a dossier of any size is neither held in memory nor cut short by what goes wrong half way.
        var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await writer.WriteAsync(at.State, at.Rules.Policy, file, cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        http.Response.Headers.ContentDisposition = ContentDisposition.Attachment($"{at.State.Number}-{at.State.Title}-卷宗.zip");
        return Results.Stream(file, "application/zip");
    }

    public static async Task<IResult> TimelineAsync(HttpContext http, CaseAtHand at, DossierWriter writer, Frames frames, TimeProvider time)
    {
        var work = AtWork.Of(at, time);
        var archive = work.MaySee(View.Dossier) ? $"{Views.CaseHref(at.State.Id)}/dossier.zip" : null;
        return await PageResults.PageAsync<TimelinePage, TimelineModel>(new TimelineModel(
            await frames.OfAsync(http), work.Head(), await writer.TimelineAsync(at.State, at.Rules.Policy, http.RequestAborted), archive));
    }

    public static async Task<IResult> ListAsync(HttpContext http, ImportedDossiers dossiers, Frames frames) =>
        await PageResults.PageAsync<DossiersPage, DossiersModel>(new DossiersModel(await frames.OfAsync(http), await dossiers.AllAsync(http.RequestAborted)));

    public static async Task<IResult> ReadAsync(HttpContext http, string dossier, ImportedDossiers dossiers, Frames frames)
    {
        if (await dossiers.FindAsync(dossier, http.RequestAborted) is not { } found
            || await dossiers.FileAsync(found, DossierManifest.FileName, http.RequestAborted) is not { } manifest
            || await dossiers.FileAsync(found, DossierManifest.Timeline, http.RequestAborted) is not { } timeline)
        {
            return Problems.NotFound(http);
        }

        return await PageResults.PageAsync<DossierPage, DossierModel>(new DossierModel(
            await frames.OfAsync(http), found, JsonSerializer.Deserialize(manifest, DossierJson.Readable.DossierManifest)!,
            JsonSerializer.Deserialize(timeline, DossierJson.Readable.IReadOnlyListTimelineLine)!));
    }

    // Whatever it is, it is taken away and never shown as a page of ours.
    public static async Task<IResult> FileAsync(HttpContext http, string dossier, string path, ImportedDossiers dossiers)
    {
        if (await dossiers.FindAsync(dossier, http.RequestAborted) is not { } found || await dossiers.FileAsync(found, path, http.RequestAborted) is not { } bytes)
        {
            return Problems.NotFound(http);
        }

        http.Response.Headers.ContentDisposition = ContentDisposition.Attachment(path.Split('/')[^1]);
        return Results.Bytes(bytes, "application/octet-stream");
    }
}
