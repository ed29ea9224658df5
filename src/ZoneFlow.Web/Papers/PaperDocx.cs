using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ZoneFlow.Web.Papers;

/// <summary>
/// A paper as a text document (.docx) on the standard's own grid: the same words in the same order as the printed page, for an office
/// that signs in its own word processor.
/// </summary>
public static class PaperDocx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Word counts in twentieths of a point.
    private const int Char = 316;
    private const int Line = 579;

    public static byte[] Of(Paper paper)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxParts.Styles();
            main.AddNewPart<DocumentSettingsPart>().Settings = DocxParts.Settings();
            var body = new Body();
            main.Document = new Document(body);
            if (paper.Cover is { } cover)
            {
                AddCover(body, paper, cover, main);
            }
            else
            {
                AddHead(body, paper);
            }

            AddBody(body, paper);
            body.Append(DocxParts.Section(main, paper.Format, paper.Cover is not null));
        }

        return bytes.ToArray();
    }

    private static void AddHead(Body body, Paper paper)
    {
        if (paper.Remark is { } remark)
        {
            body.Append(DocxParts.Text(remark, new DocxLook { Size = 28 }));
        }

        if (paper.Format == PaperFormat.Certificate)
        {
            body.Append(DocxParts.Text(string.Concat(paper.Title), Balanced(string.Concat(paper.Title), new DocxLook { Size = 48, Face = DocxFace.Title, Centred = true, Before = 2268, After = 1134, Exact = 0 })));
            return;
        }

        var size = paper.HeadSize() switch
        {
            PaperSize.Large => 80,
            PaperSize.Middle => 52,
            PaperSize.Small => 32,
            _ => 28,
        };
        body.Append(DocxParts.Text(paper.HeadText(), new DocxLook
        {
            Size = size, Face = DocxFace.Title, Red = true, Centred = true, Exact = 0, Before = paper.Format == PaperFormat.Document ? 1984 : 0,
            Under = paper.Format == PaperFormat.Letter ? DocxRule.RedDouble : DocxRule.None,
        }));
        if (paper.Format is not PaperFormat.Notice || paper.Number is not null)
        {
            var look = paper.Format == PaperFormat.Letter ? new DocxLook { Right = true, Before = 280 } : new DocxLook { Centred = true, Before = 2 * Line };
            body.Append(DocxParts.Text(paper.Number ?? Paper.NoNumber, look with { Under = paper.Format == PaperFormat.Document ? DocxRule.Red : DocxRule.None }));
        }

        body.Append(DocxParts.Text(string.Concat(paper.Title), Balanced(string.Concat(paper.Title), new DocxLook { Size = 44, Face = DocxFace.Title, Centred = true, Before = 2 * Line, After = Line, Exact = 620 })));
    }

    // A title of several lines has lines of one length, as the printed page sets it: what a line would have too much stands in its indents.
    private static DocxLook Balanced(string title, DocxLook look)
    {
        var (wide, most) = (look.Size * 10, DocxParts.TypeArea / (look.Size * 10));
        var lines = (int)Math.Ceiling(PaperSignature.WidthOf(title) / most);
        var spare = lines < 2 ? 0 : Math.Max(0, DocxParts.TypeArea - (int)(Math.Ceiling(PaperSignature.WidthOf(title) / lines) * wide) - (wide / 2)) / 2;
        return look with { Left = spare, EdgeRight = spare };
    }

    private static void AddCover(Body body, Paper paper, PaperCover cover, MainDocumentPart main)
    {
        foreach (var (line, i) in paper.Title.Select((l, i) => (l, i)))
        {
            var last = i == paper.Title.Length - 1;
            body.Append(DocxParts.Text(line, new DocxLook { Size = last ? 68 : 48, Face = DocxFace.Title, Centred = true, Exact = 0, Before = i == 0 ? 1600 : last ? 450 : 0, After = last ? 1800 : 0 }));
        }

        foreach (var row in cover.Rows)
        {
            body.Append(DocxParts.CoverLine(row));
        }

        if (cover.Foot is { } foot)
        {
            body.Append(DocxParts.Text(foot, new DocxLook { Centred = true, Before = 1600 }));
        }

        body.Append(DocxParts.Code(paper.Code));
        body.Append(new Paragraph(new ParagraphProperties(DocxParts.Section(main, paper.Format, false))));
    }

    private static void AddBody(Body body, Paper paper)
    {
        if (paper.Recipient is { } recipient)
        {
            body.Append(DocxParts.Text(recipient, new DocxLook()));
        }

        // So that no page has the signature alone: Word keeps the last lines with it, LibreOffice the whole paragraph.
        var last = paper is { Signature: not null, Attachments.IsEmpty: true } ? paper.Body.LastOrDefault() : null;
        foreach (var block in paper.Body)
        {
            body.Append(block switch
            {
                PaperBlock.Text t => DocxParts.Text(t.Words, new DocxLook
                {
                    KeepNext = ReferenceEquals(t, last), Indent = paper.Format == PaperFormat.Certificate ? 0 : 2 * Char, Centred = paper.Format == PaperFormat.Certificate, Justified = paper.Format != PaperFormat.Certificate,
                    Face = t.Level switch { 1 => DocxFace.Black, 2 => DocxFace.Regular, _ => DocxFace.Body },
                }),
                PaperBlock.Heading h => DocxParts.Text(h.Words, new DocxLook { Face = DocxFace.Black, Before = 200, After = 120, KeepNext = true }),
                PaperBlock.Table t => DocxParts.Table(t),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }

        foreach (var (name, i) in paper.Attachments.Select((n, i) => (n, i)))
        {
            var text = $"{(i == 0 ? "附件：" : "")}{(paper.Attachments.Length > 1 ? $"{(i + 1).ToString(CultureInfo.InvariantCulture)}.{name}" : name)}";
            body.Append(DocxParts.Text(text, new DocxLook { Before = i == 0 ? Line : 0, Left = i == 0 ? 5 * Char : 6 * Char, Indent = i == 0 ? -3 * Char : 0 }));
        }

        if (paper.Signature is { } signature)
        {
            AddSignature(body, signature);
        }

        if (paper.Imprint is { } imprint)
        {
            body.Append(new Paragraph(), DocxParts.Imprint(imprint), new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact })));
        }

        if (paper.Cover is not null)
        {
            body.Append(DocxParts.Code(paper.Code));
        }
    }

    // Right-aligned lines whose right indents centre them on the date, which keeps four characters from the edge.
    private static void AddSignature(Body body, PaperSignature signature)
    {
        var lines = new[] { PaperSignature.SealPlace, signature.Unit, signature.Date }.OfType<string>().ToList();
        var (edge, widest) = signature.IsWide ? (2.0, lines.Max(PaperSignature.WidthOf)) : (4.0, PaperSignature.WidthOf(signature.Date ?? signature.Unit));
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var right = Math.Max(0, edge + ((widest - PaperSignature.WidthOf(line)) / 2));
            body.Append(DocxParts.Text(line, new DocxLook { Right = true, EdgeRight = (int)(right * Char), Before = i == 0 ? Line : 0, Grey = i == 0, KeepNext = i < lines.Count - 1 }));
        }
    }
}
