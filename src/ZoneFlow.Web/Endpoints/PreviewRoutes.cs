using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Previews;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Documents of a case, shown to whoever may download them: under fixed types, never as a page of ours.</summary>
internal static class PreviewRoutes
{
    // Shown until a picture is made, and for good where none can be.
    private const string Symbol =
        """<svg xmlns="http://www.w3.org/2000/svg" width="60" height="80" viewBox="0 0 60 80"><path d="M1 1h40l18 18v60H1z" fill="#fff" stroke="#767676" stroke-width="2"/><path d="M41 1v18h18" fill="none" stroke="#767676" stroke-width="2"/><circle cx="20" cy="38" r="5" fill="#767676"/><path d="M8 68l15-16 9 9 9-13 12 20z" fill="#767676"/></svg>""";

    public static Task<IResult> PageAsync(HttpContext http, CaseAtHand at, string slot, int version, PreviewPages previews, TimeProvider time) =>
        PageAsync(http, AtWork.Of(at, time), slot, version, previews);

    public static Task<IResult> PageByLinkAsync(HttpContext http, string id, string token, string slot, int version, LinkDoor door, PreviewPages previews) =>
        ByLinkAsync(http, id, token, door, at => PageAsync(http, at, slot, version, previews));

    public static Task<IResult> ShownAsync(HttpContext http, CaseAtHand at, string slot, int version, PreviewPages previews, IDocumentStore documents, TimeProvider time) =>
        ShownAsync(http, AtWork.Of(at, time), slot, version, previews, documents);

    public static Task<IResult> ShownByLinkAsync(
        HttpContext http, string id, string token, string slot, int version, LinkDoor door, PreviewPages previews, IDocumentStore documents) =>
        ByLinkAsync(http, id, token, door, at => ShownAsync(http, at, slot, version, previews, documents));

    public static Task<IResult> ThumbnailAsync(HttpContext http, CaseAtHand at, string slot, int version, PreviewPages previews, Thumbnails thumbnails, TimeProvider time) =>
        ThumbnailAsync(http, AtWork.Of(at, time), slot, version, previews, thumbnails);

    public static Task<IResult> ThumbnailByLinkAsync(
        HttpContext http, string id, string token, string slot, int version, LinkDoor door, PreviewPages previews, Thumbnails thumbnails) =>
        ByLinkAsync(http, id, token, door, at => ThumbnailAsync(http, at, slot, version, previews, thumbnails));

    private static async Task<IResult> PageAsync(HttpContext http, AtWork at, string slot, int version, PreviewPages previews)
    {
        if (await previews.FindAsync(at, slot, version, http.RequestAborted) is not var (row, name))
        {
            return Problems.NotFound(http);
        }

        if (await Downloads.HeldAsync(http, at.State.Id, row.Document, http.RequestAborted) is { } held)
        {
            return held;
        }

        Allowance.ShowingDocument.Give(http);
        return await PageResults.PageAsync<PreviewPage, PreviewModel>(await previews.OfAsync(http, at, row, name));
    }

    private static async Task<IResult> ShownAsync(HttpContext http, AtWork at, string slot, int version, PreviewPages previews, IDocumentStore documents)
    {
        if (await previews.FindAsync(at, slot, version, http.RequestAborted) is not var (row, _)
            || (row.Document.MediaType != PreviewPages.Pdf && !Previewing.IsPicture(row.Document.MediaType)))
        {
            return Problems.NotFound(http);
        }

        if (await Downloads.HeldAsync(http, at.State.Id, row.Document, http.RequestAborted) is { } held)
        {
            return held;
        }

        if (await documents.OpenAsync(row.Document.Content, http.RequestAborted) is not { } stream)
        {
            return Problems.NotFound(http);
        }

        (row.Document.MediaType == PreviewPages.Pdf ? Allowance.Pdf : Allowance.Picture).Give(http);
        http.Response.Headers.ContentDisposition = "inline";
        return Results.Stream(stream, row.Document.MediaType);
    }

    private static async Task<IResult> ThumbnailAsync(HttpContext http, AtWork at, string slot, int version, PreviewPages previews, Thumbnails thumbnails)
    {
        if (await previews.FindAsync(at, slot, version, http.RequestAborted) is not var (row, _) || !Previewing.IsPicture(row.Document.MediaType))
        {
            return Problems.NotFound(http);
        }

        Allowance.Picture.Give(http);
        return await Downloads.HeldAsync(http, at.State.Id, row.Document, http.RequestAborted) is null
            && await thumbnails.FindAsync(row.Document.Content, row.Document.MediaType, http.RequestAborted) is { Png: { } png }
            ? Results.Bytes(png, "image/png")
            : Results.Text(Symbol, "image/svg+xml");
    }

    private static Task<IResult> ByLinkAsync(HttpContext http, string id, string token, LinkDoor door, Func<AtWork, Task<IResult>> then) =>
        door.EnterAsync(http, id, token, async (at, _) => at.MaySee(View.Documents) ? await then(at) : Problems.NotAllowed(http));
}
