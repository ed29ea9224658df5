using Microsoft.AspNetCore.Http;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Previews;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the page that shows a document: a picture, a PDF in the browser's own viewer, a text document's words, or why nothing is shown.</summary>
public sealed class PreviewPages(Frames frames, Dossiers dossiers, IDocumentStore documents, UploadLimits uploads, PreviewLimits limits)
{
    public const string Pdf = "application/pdf";

    /// <summary>A document's kind in a few letters.</summary>
    public static string Symbol(string mediaType) => mediaType switch
    {
        Pdf => "PDF",
        Previewing.Docx => "DOCX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "XLSX",
        "application/ofd" => "OFD",
        "image/png" => "PNG",
        "image/jpeg" => "JPG",
        _ => "…",
    };

    public async Task<(DocumentRow Row, string Name)?> FindAsync(AtWork at, string slot, int version, CancellationToken cancellationToken) =>
        (await dossiers.DocumentsAsync(at.State.Id, cancellationToken)).FirstOrDefault(d => d.Row.Document.Slot == slot && d.Row.Document.Version == version) is { Row: not null } found
            ? found
            : null;

    public async Task<PreviewModel> OfAsync(HttpContext http, AtWork at, DocumentRow row, string name)
    {
        var document = Views.Document(at.Pack, at.State.Id, row, name, null, true) with { Href = at.Paths.Document(row.Document) };
        var model = new PreviewModel(await frames.OfAsync(http), at.Head(), document, at.Paths.Root);
        await using var content = await documents.OpenAsync(row.Document.Content, http.RequestAborted);
        if (content is null)
        {
            return model with { Why = NoPreview.Gone };
        }

        if (row.Document.MediaType == Pdf || Previewing.IsPicture(row.Document.MediaType))
        {
            return model with { Shown = at.Paths.Shown(row.Document), IsPdf = row.Document.MediaType == Pdf };
        }

        if (row.Document.MediaType != Previewing.Docx)
        {
            return model with { Why = NoPreview.Kind };
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        late.CancelAfter(limits.LongestText);
        var (lines, cut, why) = Previewing.Text(content, uploads, limits, late.Token);
        http.RequestAborted.ThrowIfCancellationRequested();
        return model with { Lines = lines, IsCut = cut, Why = why };
    }
}
