using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ZoneFlow.Web.Exports;

/// <summary>A table as an Excel workbook of one sheet: dates are dates, everything else is text and never a formula.</summary>
public static class XlsxTable
{
    private const uint DateStyle = 1;
    private const uint HeadStyle = 2;
    private const int LongestText = 32_767;

    public static byte[] Of(Table table)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
                new Columns(Enumerable.Range(1, table.Columns.Count).Select(i => new Column { Min = (uint)i, Max = (uint)i, Width = 22, CustomWidth = true })),
                new SheetData([new Row(table.Columns.Select(c => Text(c, HeadStyle))), .. table.Rows.Select(r => new Row(r.Select(CellOf)))]));
            workbook.Workbook.AppendChild(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = table.Name }));
        }

        return bytes.ToArray();
    }

    private static Cell CellOf(object? value) => value switch
    {
        DateOnly day => new Cell
        {
            CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)),
            StyleIndex = DateStyle,
        },
        _ => Text(value as string ?? "", 0),
    };

    private static Cell Text(string value, uint style) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new Text(Clean(value)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    // What XML cannot hold, and more than a cell can, would make the file one that Excel wants to repair.
    private static string Clean(string value)
    {
        var clean = XmlCharacters.Clean(value);
        return clean.Length <= LongestText ? clean : clean[..(char.IsHighSurrogate(clean[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(), new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }, new CellFormat { FontId = 1, ApplyFont = true }));
}
