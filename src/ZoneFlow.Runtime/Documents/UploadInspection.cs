using static ZoneFlow.Runtime.Documents.UploadVerdict;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// Decides whether an upload is a document of a kind that the office takes: by its extension and by what is really
/// in it, since either alone can lie. It reads the whole content in constant memory and unpacks nothing to disk.
/// It does not look for viruses; that is the <see cref="ContentScanner"/>'s.
/// </summary>
public static class UploadInspection
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    /// <param name="content">Seekable; read from its beginning; left open, anywhere.</param>
    /// <param name="fileName">As the browser sent it.</param>
    /// <param name="limits">The office's limits.</param>
    public static UploadVerdict Inspect(Stream content, string fileName, UploadLimits limits)
    {
        var (name, refusal) = UploadName.Clean(fileName);
        if (name is null)
        {
            return refusal!;
        }

        if (content.Length == 0)
        {
            return UploadRefusals.Empty;
        }

        if (content.Length > limits.MaxBytes)
        {
            return UploadRefusals.TooLarge(limits);
        }

        content.Position = 0;
        var (mediaType, fault) = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".pdf" => ("application/pdf", PdfContent.Check(content)),
            ".jpg" or ".jpeg" => ("image/jpeg", JpegContent.Check(content, limits)),
            ".png" => ("image/png", PngContent.Check(content, limits)),
            ".docx" => (Office + "wordprocessingml.document", PackageContent.Check(content, PackageKind.Docx, limits)),
            ".xlsx" => (Office + "spreadsheetml.sheet", PackageContent.Check(content, PackageKind.Xlsx, limits)),
            ".ofd" => ("application/ofd", PackageContent.Check(content, PackageKind.Ofd, limits)),
            _ => ("", UploadRefusals.Extension),
        };
        return fault is null ? new Accepted(mediaType, name) : fault;
    }
}
