using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ZoneFlow.Web.Exports;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace ZoneFlow.Web.Papers;

/// <summary>The parts that a text document is put together from.</summary>
internal static class DocxParts
{
    private const string Red = "D7000F";
    private const int TypeArea = 8844;

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(DocxFace.Body), new FontSize { Val = "32" }, new Languages { Val = "zh-CN", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new Kinsoku(), Hanging(), new SpacingBetweenLines { Before = "0", After = "0", Line = "579", LineRule = LineSpacingRuleValues.Exact }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, Default = true, StyleId = "Normal" });

    public static Settings Settings() => new(new EvenAndOddHeaders(), new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress });

    public static Paragraph Text(string text, DocxLook look)
    {
        var properties = new ParagraphProperties();
        if (look.KeepNext)
        {
            properties.Append(new KeepNext());
        }

        if (look.Under is not DocxRule.None)
        {
            var (kind, size) = look.Under == DocxRule.RedDouble ? (BorderValues.ThickThinSmallGap, 24U) : (BorderValues.Single, 12U);
            properties.Append(new ParagraphBorders(new BottomBorder { Val = kind, Color = Red, Size = size, Space = 6 }));
        }

        properties.Append(
            new Kinsoku(), Hanging(), new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false }, new SnapToGrid { Val = false },
            look.Exact > 0
                ? new SpacingBetweenLines { Before = Number(look.Before), After = Number(look.After), Line = Number(look.Exact), LineRule = LineSpacingRuleValues.Exact }
                : new SpacingBetweenLines { Before = Number(look.Before), After = Number(look.After), Line = "240", LineRule = LineSpacingRuleValues.Auto });
        var indent = new Indentation { Left = Number(look.Left), Right = Number(look.EdgeRight) };
        if (look.Indent < 0)
        {
            indent.Hanging = Number(-look.Indent);
        }
        else
        {
            indent.FirstLine = Number(look.Indent);
        }

        properties.Append(indent, new Justification { Val = look.Centred ? JustificationValues.Center : look.Right ? JustificationValues.Right : look.Justified ? JustificationValues.Both : JustificationValues.Left });
        return new Paragraph(properties, Run(text, look));
    }

    public static Paragraph CoverLine(PaperCoverLine line)
    {
        var look = new DocxLook();
        var answer = Run(line.Text.Length > 0 ? $" {line.Text} " : "　　　　　　　　　", look);
        answer.RunProperties!.InsertAfter(new Underline { Val = UnderlineValues.Single }, answer.RunProperties.GetFirstChild<FontSizeComplexScript>());
        var paragraph = new Paragraph(
            new ParagraphProperties(new SpacingBetweenLines { Before = "200", After = "200", Line = "480", LineRule = LineSpacingRuleValues.AtLeast }, new Indentation { Left = "450" }),
            Run(line.Label, look), answer);
        if (line.After is { } after)
        {
            paragraph.Append(Run($" {after}", look));
        }

        return paragraph;
    }

    public static Paragraph Code(string? code) => Text(code is null ? "" : $"打印码：{code}", new DocxLook { Size = 21, Right = true, Before = 300, Exact = 300 });

    public static Table Table(PaperBlock.Table table)
    {
        var unit = TypeArea / table.Columns;
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = Number(unit * table.Columns), Type = TableWidthUnitValues.Dxa }, Borders(4), new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(Enumerable.Range(0, table.Columns).Select(_ => new GridColumn { Width = Number(unit) })));
        var open = new Dictionary<int, (int Wide, int Left)>();
        foreach (var row in table.Rows)
        {
            made.Append(Row(row, unit, table.Columns, open));
        }

        return made;
    }

    public static Table Imprint(PaperImprint imprint)
    {
        var look = new DocxLook { Size = 28, Exact = 480, Left = 280 };
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = Number(TypeArea), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 8 }, new BottomBorder { Val = BorderValues.Single, Size = 8 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 6 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(new GridColumn { Width = Number(TypeArea / 2) }, new GridColumn { Width = Number(TypeArea / 2) }));
        if (imprint.Copies is { } copies)
        {
            made.Append(new TableRow(new TableCell(
                new TableCellProperties(new TableCellWidth { Width = Number(TypeArea), Type = TableWidthUnitValues.Dxa }, new GridSpan { Val = 2 }),
                Text($"抄送：{copies}。", look with { Left = 1120, Indent = -840 }))));
        }

        made.Append(new TableRow(Half(imprint.Unit, look), Half($"{imprint.Date}印发", look with { Right = true, EdgeRight = 280 })));
        return made;
    }

    public static SectionProperties Section(MainDocumentPart main, PaperFormat format, bool last)
    {
        var section = new SectionProperties();
        if (format is not PaperFormat.Certificate && (format is not PaperFormat.Form || last))
        {
            section.Append(
                new FooterReference { Type = HeaderFooterValues.Default, Id = Footer(main, JustificationValues.Right) },
                new FooterReference { Type = HeaderFooterValues.Even, Id = Footer(main, JustificationValues.Left) });
        }

        section.Append(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = format == PaperFormat.Letter ? 1701 : 2098, Right = 1474, Bottom = 1984, Left = 1588, Header = 851, Footer = 1389, Gutter = 0 });
        if (format == PaperFormat.Letter)
        {
            section.Append(new TitlePage());
        }

        section.Append(new DocGrid { Type = DocGridValues.Lines, LinePitch = 579 });
        return section;
    }

    private static string Footer(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new Indentation { Left = "280", Right = "280" }, new Justification { Val = side }),
            Plain("— "), new SimpleField(Plain("1")) { Instruction = "PAGE" }, Plain(" —")));
        return main.GetIdOfPart(part);
    }

    private static TableRow Row(IReadOnlyList<PaperCell> cells, int unit, int columns, Dictionary<int, (int Wide, int Left)> open)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit { Val = cells.All(c => c.Lines < 12) ? OnOffOnlyValues.On : OnOffOnlyValues.Off }, new TableRowHeight { Val = (uint)(cells.Count == 0 ? 510 : cells.Where(c => c.Tall == 1).Select(c => c.Lines * 510).DefaultIfEmpty(510).Max()), HeightType = HeightRuleValues.AtLeast }));
        var (at, next) = (0, 0);
        while (at < columns)
        {
            if (open.TryGetValue(at, out var above))
            {
                row.Append(new TableCell(Shape(above.Wide * unit, above.Wide, new VerticalMerge { Val = MergedCellValues.Continue }), new Paragraph()));
                if (above.Left == 1)
                {
                    open.Remove(at);
                }
                else
                {
                    open[at] = (above.Wide, above.Left - 1);
                }

                at += above.Wide;
            }
            else if (next < cells.Count)
            {
                var cell = cells[next++];
                row.Append(new TableCell(
                    [Shape(cell.Wide * unit, cell.Wide, cell.Tall > 1 ? new VerticalMerge { Val = MergedCellValues.Restart } : null), .. Lines(cell)]));
                if (cell.Tall > 1)
                {
                    open[at] = (cell.Wide, cell.Tall - 1);
                }

                at += cell.Wide;
            }
            else
            {
                break;
            }
        }

        return row;
    }

    private static IEnumerable<OpenXmlElement> Lines(PaperCell cell)
    {
        var look = new DocxLook { Size = 24, Exact = 360, Centred = cell.IsLabel };
        var lines = cell.Text.IsEmpty ? [""] : cell.Text;
        return lines.Select((l, i) => Text(l, i < lines.Length - cell.Stamps ? look : look with { Right = true, EdgeRight = 340, Before = i == lines.Length - cell.Stamps ? 340 : 0 }));
    }

    private static TableCellProperties Shape(int width, int span, VerticalMerge? merge)
    {
        var shape = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            shape.Append(new GridSpan { Val = span });
        }

        if (merge is not null)
        {
            shape.Append(merge);
        }

        shape.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return shape;
    }

    private static TableCell Half(string text, DocxLook look) => new(
        new TableCellProperties(new TableCellWidth { Width = Number(TypeArea / 2), Type = TableWidthUnitValues.Dxa }), Text(text, look));

    private static TableBorders Borders(uint size) => new(
        new TopBorder { Val = BorderValues.Single, Size = size }, new LeftBorder { Val = BorderValues.Single, Size = size },
        new BottomBorder { Val = BorderValues.Single, Size = size }, new RightBorder { Val = BorderValues.Single, Size = size },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = size }, new InsideVerticalBorder { Val = BorderValues.Single, Size = size });

    // Word hangs a closing mark that just overruns a line into the margin unless told not to, and prints it. LibreOffice reads the setting
    // the wrong way round (its DOCX reader hangs where the value is 0 or missing), and in a justified line leaves the hung mark out altogether.
    // A mark in the margin is as usual in an office; a mark that is not there changes what the letter says.
    private static OverflowPunctuation Hanging() => new() { Val = true };

    private static Run Plain(string text) => new(
        new RunProperties(new FontSize { Val = "28" }), new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static Run Run(string text, DocxLook look)
    {
        var properties = new RunProperties(Fonts(look.Face));
        if (look.Red || look.Grey)
        {
            properties.Append(new Color { Val = look.Red ? Red : "767676" });
        }

        if (look.Size == 32)
        {
            // 28 characters of 16 pt in 156 mm: each a fifth of a point closer.
            properties.Append(new Spacing { Val = -4 });
        }

        properties.Append(new FontSize { Val = Number(look.Size) }, new FontSizeComplexScript { Val = Number(look.Size) });
        return new Run(properties, new Text(XmlCharacters.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static RunFonts Fonts(DocxFace face)
    {
        var name = face switch
        {
            DocxFace.Title => "方正小标宋简体",
            DocxFace.Black => "黑体",
            DocxFace.Regular => "楷体_GB2312",
            _ => "仿宋_GB2312",
        };
        return new RunFonts { Ascii = name, HighAnsi = name, EastAsia = name, Hint = FontTypeHintValues.EastAsia };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
