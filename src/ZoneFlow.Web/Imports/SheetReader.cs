using System.Globalization;
using System.Xml;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Imports;

/// <summary>Reads a CSV text or the first sheet of an Excel workbook, within bounds. A workbook has been looked into before it comes here.</summary>
public static class SheetReader
{
    // What is larger, or no number at all, stays as it was typed: no field takes it.
    private const double Largest = 1e27;

    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false, BadDataFound = null, MissingFieldFound = null, DetectDelimiter = false };

    public static (Sheet? Sheet, Label? Wrong) OfCsv(string text)
    {
        using var reader = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), Csv);
        var rows = new List<SheetRow>();
        while (reader.Read())
        {
            if (rows.Count > Sheet.MostRows)
            {
                return (null, TooMany);
            }

            var cells = reader.Parser.Record ?? [];
            rows.Add(new SheetRow(
                reader.Parser.Row, [.. cells.Take(Sheet.MostColumns).Select(Unescaped)],
                cells.Select((c, i) => (c, i)).Where(c => c.c.StartsWith('=')).Select(c => c.i).ToHashSet()));
        }

        return Of(rows);
    }

    public static (Sheet? Sheet, Label? Wrong) OfXlsx(Stream content)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(content, false);
            var workbook = document.WorkbookPart;
            if (workbook?.Workbook.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault()?.Id?.Value is not { } first
                || workbook.GetPartById(first) is not WorksheetPart sheet)
            {
                return (null, Unreadable);
            }

            var shared = workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(s => s.InnerText).ToList() ?? [];
            return Rows(sheet, shared);
        }
        catch (Exception error) when (error is OpenXmlPackageException or FormatException or InvalidDataException or XmlException or ArgumentException or KeyNotFoundException
            or InvalidOperationException or NotSupportedException)
        {
            return (null, Unreadable);
        }
    }

    private static Label TooMany => new($"表格不得超过{Sheet.MostRows}行，请分次填报。", $"At most {Sheet.MostRows} rows; send the rest apart.");

    private static Label Unreadable => new("该表格无法读取，请使用系统提供的填报表。", "The table cannot be read; use the template of the system.");

    // Row by row, so that a sheet of a million rows is refused after a thousand and one.
    private static (Sheet? Sheet, Label? Wrong) Rows(WorksheetPart sheet, List<string> shared)
    {
        var rows = new List<SheetRow>();
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement)
            {
                var where = ((MergeCell)reader.LoadCurrentElement()!).Reference?.Value;
                return (null, new Label($"单元格{where}是合并单元格，请取消合并后再填报。", $"{where} is merged; split it and send the table again."));
            }

            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            if (rows.Count > Sheet.MostRows)
            {
                return (null, TooMany);
            }

            var row = (Row)reader.LoadCurrentElement()!;
            var (cells, formulas) = (new SortedDictionary<int, string>(), new HashSet<int>());
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } at ? Index(at) : cells.Count == 0 ? 0 : cells.Keys.Max() + 1;
                if (column >= Sheet.MostColumns)
                {
                    break;
                }

                cells[column] = Text(cell, shared);
                if (cell.CellFormula is not null)
                {
                    formulas.Add(column);
                }
            }

            rows.Add(new SheetRow(
                (int)(row.RowIndex?.Value ?? (uint)(rows.Count + 1)), [.. Enumerable.Range(0, cells.Count == 0 ? 0 : cells.Keys.Max() + 1).Select(c => cells.GetValueOrDefault(c, ""))],
                formulas));
        }

        return Of(rows);
    }

    private static (Sheet? Sheet, Label? Wrong) Of(List<SheetRow> rows) => rows.Count == 0
        ? (null, new Label("表格是空的。", "The table is empty."))
        : (new Sheet(rows[0].Cells, [.. rows.Skip(1).Where(r => r.Cells.Any(c => c.Trim().Length > 0) || r.Formulas.Count > 0)]), null);

    private static string Text(Cell cell, List<string> shared)
    {
        var text = cell.CellValue?.Text ?? cell.InnerText;
        if (cell.DataType?.Value == CellValues.SharedString)
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "";
        }

        if (cell.DataType is null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Largest)
        {
            // A workbook keeps 0.1 as 0.10000000000000001: fifteen digits are what was typed.
            return ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture);
        }

        return Unescaped(cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText ?? text : text);
    }

    private static string Unescaped(string text) => text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@' ? text[1..] : text;

    private static int Index(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = (column * 26) + (c - 'A' + 1);
        }

        return column - 1;
    }
}
