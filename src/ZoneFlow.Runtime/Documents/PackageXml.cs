using System.Xml;
using static ZoneFlow.Runtime.Documents.UploadVerdict;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// Reads the two parts that say what a package is: the main part's root element, and the list of content types,
/// where a macro document shows itself whatever its file is called.
/// </summary>
internal static class PackageXml
{
    internal static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 16 << 20,
        CloseInput = false,
    };

    /// <summary>Judges a part that has already been unpacked whole and found to be what its header claims.</summary>
    public static Refused? Check(Stream content, ZipEntry entry, long start, PackageKind kind)
    {
        var isMain = entry.Name.Equals(kind.MainPart, StringComparison.OrdinalIgnoreCase);
        var isTypes = kind.MainContentType is not null
            && entry.Name.Equals(PackageKind.ContentTypes, StringComparison.OrdinalIgnoreCase);
        if (!isMain && !isTypes)
        {
            return null;
        }

        try
        {
            using var part = ZipPart.Open(content, entry, start);
            using var reader = XmlReader.Create(part, Settings);
            return isMain
                ? reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == kind.MainRoot
                    ? null
                    : UploadRefusals.Content(kind.Name)
                : CheckTypes(reader, kind);
        }
        catch (XmlException)
        {
            return UploadRefusals.Content(kind.Name);
        }
    }

    private static Refused? CheckTypes(XmlReader reader, PackageKind kind)
    {
        var declared = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type)
            {
                if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                    || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
                {
                    return UploadRefusals.Macros;
                }

                declared |= type.Equals(kind.MainContentType, StringComparison.OrdinalIgnoreCase);
            }
        }

        return declared ? null : UploadRefusals.Content(kind.Name);
    }
}
