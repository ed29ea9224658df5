namespace ZoneFlow.Runtime.Documents;

/// <summary>A document type that is a ZIP inside, and the parts it cannot be without.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="MainPart">The part every reader opens first.</param>
/// <param name="MainRoot">That part's root element.</param>
/// <param name="MainContentType">What the package must declare the main part to be; null where it declares nothing.</param>
internal sealed record PackageKind(string Name, string MainPart, string MainRoot, string? MainContentType)
{
    public const string ContentTypes = "[Content_Types].xml";

    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static readonly PackageKind Docx =
        new("DOCX", "word/document.xml", "document", Office + "wordprocessingml.document.main+xml");

    public static readonly PackageKind Xlsx =
        new("XLSX", "xl/workbook.xml", "workbook", Office + "spreadsheetml.sheet.main+xml");

    public static readonly PackageKind Ofd = new("OFD", "OFD.xml", "OFD", null);

    /// <summary>Whether an archive inside is this kind's own way to keep a chart's data or a pasted sheet.</summary>
    public bool Embeds(string part) => MainContentType is not null
        && part.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)
        && Path.GetExtension(part).ToLowerInvariant() is ".xlsx" or ".docx" or ".pptx";
}
