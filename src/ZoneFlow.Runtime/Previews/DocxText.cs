using System.Text;
using System.Xml;
using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Runtime.Previews;

/// <summary>
/// The words of a text document, a paragraph a line: no pictures, no links, no styles, no deleted text, nothing that a document could hide
/// something in. It is read as a stream within limits; nothing is unpacked to disk and nothing outside of the file is asked for.
/// </summary>
internal static class DocxText
{
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <returns>Its paragraphs that have words, and whether there are more than the limits show.</returns>
    public static (IReadOnlyList<string> Lines, bool Cut) Read(Stream docx, UploadLimits uploads, PreviewLimits limits, CancellationToken cancellationToken)
    {
        var (entries, _) = ZipDirectory.Read(docx, PackageKind.Docx.Name, uploads);
        var entry = entries?.FirstOrDefault(e => e.Name.Equals(PackageKind.Docx.MainPart, StringComparison.OrdinalIgnoreCase));
        if (entry is null || entry.IsEncrypted || ZipPart.DataStart(docx, entry) is not { } start)
        {
            throw new InvalidDataException("A text document without its main part.");
        }

        using var part = ZipPart.Open(docx, entry, start);
        using var xml = XmlReader.Create(part, PackageXml.Settings);
        return Lines(xml, limits, cancellationToken);
    }

    private static (IReadOnlyList<string> Lines, bool Cut) Lines(XmlReader xml, PreviewLimits limits, CancellationToken cancellationToken)
    {
        var (lines, line, characters) = (new List<string>(), new StringBuilder(), 0);
        var more = xml.Read();
        while (more)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (characters > limits.MaxCharacters || lines.Count >= limits.MaxParagraphs)
            {
                End(lines, line);
                return (lines, true);
            }

            // What older programs show in place of something newer would say it twice.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback", NamespaceURI: Compatibility })
            {
                xml.Skip();
                continue;
            }

            if (xml.NamespaceURI is Usual or Strict)
            {
                switch (xml.NodeType, xml.LocalName)
                {
                    case (XmlNodeType.Element, "t") when !xml.IsEmptyElement:
                        characters += Words(xml, line, limits.MaxCharacters - characters);
                        break;
                    case (XmlNodeType.Element, "tab"):
                        line.Append('\t');
                        break;
                    case (XmlNodeType.Element, "br" or "cr" or "p") or (XmlNodeType.EndElement, "p"):
                        End(lines, line);
                        break;
                }
            }

            more = xml.Read();
        }

        return (lines, false);
    }

    // The text of one run, piece by piece, so that one of sixteen million characters is never held whole.
    private static int Words(XmlReader xml, StringBuilder line, int most)
    {
        var (piece, taken) = (new char[4096], 0);
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (!xml.CanReadValueChunk || xml.NodeType is not (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA or XmlNodeType.Whitespace))
            {
                continue;
            }

            for (int count; (count = xml.ReadValueChunk(piece, 0, piece.Length)) > 0;)
            {
                line.Append(piece, 0, Math.Max(0, Math.Min(count, most - taken)));
                taken += count;
            }
        }

        return taken;
    }

    private static void End(List<string> lines, StringBuilder line)
    {
        if (line.ToString().Trim() is { Length: > 0 } words)
        {
            lines.Add(words);
        }

        line.Clear();
    }
}
