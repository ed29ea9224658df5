using System.Xml;
using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Runtime.Previews;

/// <summary>
/// Looks into a stored document to show something of it. What was checked when it was uploaded is not relied on: a file that fails here, for
/// whatever reason, gives a reason and no preview.
/// </summary>
public static class Previewing
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static bool IsPicture(string mediaType) => mediaType is "image/png" or "image/jpeg";

    /// <summary>A small picture made anew from the pixels, as PNG; or why there is none.</summary>
    public static (byte[]? Png, NoPreview? Why) Thumbnail(Stream content, string mediaType, PreviewLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            return mediaType switch
            {
                "image/png" => (PngWriter.Of(PngPicture.Shrunk(content, limits, cancellationToken)), null),
                "image/jpeg" => (PngWriter.Of(JpegPicture.Shrunk(content, limits, cancellationToken)), null),
                _ => (null, NoPreview.Kind),
            };
        }
        catch (Exception failed) when (Reason(failed) is { } why)
        {
            return (null, why);
        }
    }

    /// <summary>The words of a text document, and whether there are more than are shown; or why there are none.</summary>
    public static (IReadOnlyList<string> Lines, bool Cut, NoPreview? Why) Text(Stream docx, UploadLimits uploads, PreviewLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            var (lines, cut) = DocxText.Read(docx, uploads, limits, cancellationToken);
            return (lines, cut, lines.Count == 0 ? NoPreview.Empty : null);
        }
        catch (Exception failed) when (Reason(failed) is { } why)
        {
            return ([], false, why);
        }
    }

    private static NoPreview? Reason(Exception failed) => failed switch
    {
        NoPreviewException no => no.Why,
        InvalidDataException or EndOfStreamException or XmlException => NoPreview.Damaged,
        OperationCanceledException => NoPreview.TooSlow,
        _ => null,
    };
}
