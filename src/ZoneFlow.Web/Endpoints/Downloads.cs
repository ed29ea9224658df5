using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Web.Access;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Hands documents out: under a fixed type and name, never to be shown as a page of ours.</summary>
internal static class Downloads
{
    public static async Task<IResult> FileAsync(
        HttpContext http, CaseAtHand at, string slot, int version, Dossiers dossiers, IDocumentStore documents, CancellationToken cancellationToken) =>
        await OfCaseAsync(http, at.State.Id, slot, version, dossiers, documents, cancellationToken);

    public static async Task<IResult> OfCaseAsync(
        HttpContext http, CaseId id, string slot, int version, Dossiers dossiers, IDocumentStore documents, CancellationToken cancellationToken)
    {
        var found = (await dossiers.DocumentsAsync(id, cancellationToken))
            .FirstOrDefault(d => d.Row.Document.Slot == slot && d.Row.Document.Version == version);
        return found.Row is { } row ? await ServeAsync(http, documents, id, row.Document, found.Name, cancellationToken) : Problems.NotFound(http);
    }

    /// <summary>A document that was announced or published with a notice: anybody's, whatever the case does later.</summary>
    public static async Task<IResult> PublishedAsync(
        HttpContext http, CaseAtHand at, string slot, int version, Registers registers, Dossiers dossiers, IDocumentStore documents,
        CancellationToken cancellationToken)
    {
        var published = (await registers.AnnouncementsOfAsync(at.State.Id, cancellationToken)).Select(a => a.Document)
            .Concat((await registers.NoticesOfAsync(at.State.Id, cancellationToken)).Where(n => n.Case == at.State.Id).Select(n => n.Document));
        var document = published.FirstOrDefault(d => d?.Slot == slot && d.Version == version);
        if (document is null)
        {
            return Problems.NotFound(http);
        }

        var texts = await dossiers.TextsAsync(at.State.Id, cancellationToken);
        return await ServeAsync(http, documents, at.State.Id, document, Dossiers.Text(texts, document.Name) ?? $"{slot}-{version}", cancellationToken);
    }

    /// <summary>The answer where the case gives a document out no more; null where it does.</summary>
    public static async Task<IResult?> DeletedAsync(HttpContext http, CaseId id, ContentHash content, CancellationToken cancellationToken) =>
        await DeletedDocuments.FindAsync(http.RequestServices.GetRequiredService<ICaseStore>(), id, content, cancellationToken) is { } deletion
            ? Problems.Deleted(http, deletion)
            : null;

    /// <summary>The answer where the case gives a document out no more or no scanner has passed it; null where it may be handed out.</summary>
    public static async Task<IResult?> HeldAsync(HttpContext http, CaseId id, FiledDocument document, CancellationToken cancellationToken) =>
        await DeletedAsync(http, id, document.Content, cancellationToken) is { } deleted ? deleted
        : await http.RequestServices.GetRequiredService<UploadScans>().FindAsync(document.Name, cancellationToken) is { } held
            ? Problems.Unscanned(http, held.IsInfected)
            : null;

    public static async Task<IResult> ServeAsync(
        HttpContext http, IDocumentStore documents, CaseId id, FiledDocument document, string name, CancellationToken cancellationToken)
    {
        if (await HeldAsync(http, id, document, cancellationToken) is { } held)
        {
            return held;
        }

        if (await documents.OpenAsync(document.Content, cancellationToken) is not { } stream)
        {
            return Problems.NotFound(http);
        }

        http.Response.Headers.ContentDisposition = ContentDisposition.Attachment(name);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(stream, document.MediaType);
    }
}
