using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ZoneFlow.Web.Imports;
using Sheet = ZoneFlow.Web.Imports.Sheet;
using Table = ZoneFlow.Web.Exports.Table;

namespace ZoneFlow.Web.Tests.Imports;

/// <summary>Tables that people send: what is in them, and what of them cannot be taken.</summary>
public sealed class SheetReaderTests
{
    [Fact]
    public void Xlsx_OfTheSystemItself_IsReadAsItWasWritten()
    {
        var (sheet, wrong) = SheetReader.OfXlsx(new MemoryStream(ZoneFlow.Web.Exports.XlsxTable.Of(new Table("表", ["甲", "乙"], [["一", "=1+1"], [null, "二"]]))));

        Assert.Null(wrong);
        Assert.Equal(["甲", "乙"], sheet!.Head);
        Assert.Equal([(2, "一", "=1+1"), (3, "", "二")], sheet.Rows.Select(r => (r.Number, r.At(0), r.At(1))));
        Assert.All(sheet.Rows, r => Assert.Empty(r.Formulas));
    }

    [Fact]
    public void Xlsx_WithAFormula_KeepsTheCellThatHasIt()
    {
        var (sheet, _) = SheetReader.OfXlsx(Workbook(new SheetData(Row(1, Cell("A1", "数值")), Row(2, new Cell { CellReference = "C2", CellFormula = new CellFormula("A1*2"), CellValue = new CellValue("4") }))));

        Assert.Equal([2], Assert.Single(sheet!.Rows).Formulas);
    }

    [Fact]
    public void Xlsx_WithNumbers_ReadsWhatWasTyped()
    {
        var (sheet, _) = SheetReader.OfXlsx(Workbook(new SheetData(
            Row(1, Cell("A1", "数值")), Row(2, new Cell { CellReference = "A2", CellValue = new CellValue("0.10000000000000001") }, new Cell { CellReference = "B2", CellValue = new CellValue("1200") }))));

        Assert.Equal(["0.1", "1200"], Assert.Single(sheet!.Rows).Cells);
    }

    [Fact]
    public void Xlsx_WithMergedCells_NamesThem()
    {
        var (sheet, wrong) = SheetReader.OfXlsx(Workbook(new SheetData(Row(1, Cell("A1", "数值"))), new MergeCells(new MergeCell { Reference = "A1:B1" })));

        Assert.Null(sheet);
        Assert.Contains("A1:B1", wrong!.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfTooManyRows_IsRefusedAndNotReadToItsEnd()
    {
        var text = new StringBuilder("数值\r\n");
        for (var i = 0; i <= Sheet.MostRows; i++)
        {
            text.Append("1\r\n");
        }

        Assert.Contains("1000", SheetReader.OfCsv(text.ToString()).Wrong!.Zh, StringComparison.Ordinal);
        Assert.Contains("1000", SheetReader.OfXlsx(Workbook(new SheetData(Enumerable.Range(1, Sheet.MostRows + 2).Select(n => Row((uint)n, Cell($"A{n}", "1")))))).Wrong!.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("这不是一个表格")]
    public void Xlsx_ThatIsNone_IsAClearAnswerAndNoException(string content) =>
        Assert.NotNull(SheetReader.OfXlsx(new MemoryStream(Encoding.UTF8.GetBytes(content))).Wrong);

    [Fact]
    public void Csv_WithQuotesBlankRowsAndAMark_IsReadByItsRows()
    {
        var (sheet, _) = SheetReader.OfCsv("\uFEFF甲,乙\r\n\"一,二\",'=3\r\n,\r\n三,=1+1\r\n");

        Assert.Equal(["甲", "乙"], sheet!.Head);
        Assert.Equal([("一,二", "=3"), ("三", "=1+1")], sheet.Rows.Select(r => (r.At(0), r.At(1))));
        Assert.Equal([1], sheet.Rows[1].Formulas);
    }

    // A number that no decimal holds: it stays a text, which no field of numbers takes.
    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e300")]
    [InlineData("NaN")]
    public void Xlsx_WithANumberBeyondAll_KeepsItAsItWasTyped(string typed)
    {
        var (sheet, _) = SheetReader.OfXlsx(Workbook(new SheetData(Row(1, Cell("A1", "数值")), Row(2, new Cell { CellReference = "A2", CellValue = new CellValue(typed) }))));

        Assert.Equal([typed], Assert.Single(sheet!.Rows).Cells);
    }

    // Found by the fuzzing run: the archive is whole and names a sheet that is not in it.
    [Fact]
    public void Xlsx_WhoseSheetIsNotThere_IsUnreadable()
    {
        var bytes = new MemoryStream();
        bytes.Write(ZoneFlow.Web.Exports.XlsxTable.Of(new Table("表", ["甲"], [["一"]])));
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.Entries.Single(e => e.FullName.Contains("/worksheets/", StringComparison.Ordinal)).Delete();
        }

        var (sheet, wrong) = SheetReader.OfXlsx(new MemoryStream(bytes.ToArray()));
        Assert.Null(sheet);
        Assert.NotNull(wrong);
    }

    [Theory]
    [InlineData(0, 0, "A0")]
    [InlineData(25, 9, "Z9")]
    [InlineData(27, 1, "AB1")]
    public void Cell_IsNamedAsASpreadsheetNamesIt(int column, int row, string name) => Assert.Equal(name, Sheet.Cell(column, row));

    private static Row Row(uint number, params Cell[] cells) => new(cells) { RowIndex = number };

    private static Cell Cell(string at, string text) => new() { CellReference = at, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static MemoryStream Workbook(params OpenXmlElement[] content)
    {
        var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(content);
            workbook.Workbook.AppendChild(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "表" }));
        }

        return new MemoryStream(bytes.ToArray());
    }
}
