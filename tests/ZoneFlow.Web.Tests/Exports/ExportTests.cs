using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ZoneFlow.Web.Exports;
using Table = ZoneFlow.Web.Exports.Table;

namespace ZoneFlow.Web.Tests.Exports;

public sealed class ExportTests
{
    private static readonly Table Sample = new(
        "卷宗", ["编号", "名称", "期限"],
        [["Z2025-0001", "=1+1", new DateOnly(2026, 2, 28)], ["Z2025-0002", "甲,乙\"丙\"\n丁\u0001", null], ["Z2025-0003", "@SUM(A1)", null], ["Z2025-0004", "\ud800", null]]);

    [Fact]
    public void Csv_TextThatLooksLikeAFormula_IsKeptAText()
    {
        var bytes = CsvTable.Of(Sample);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("编号,名称,期限", lines[0]);
        Assert.Equal("Z2025-0001,\"'=1+1\",2026-02-28", lines[1]);
        Assert.Contains("'@SUM(A1)", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Xlsx_AnyTable_IsAValidWorkbookWithDatesAndNoFormula()
    {
        using var bytes = new MemoryStream(XlsxTable.Of(Sample));
        using var book = SpreadsheetDocument.Open(bytes, false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Empty(sheet.Descendants<CellFormula>());
        var rows = sheet.Descendants<Row>().Select(r => r.Elements<Cell>().ToList()).ToList();
        Assert.Equal("=1+1", rows[1][1].InnerText);
        Assert.Equal("46081", rows[1][2].CellValue!.Text);
        Assert.Equal(5, rows.Count);
    }
}
