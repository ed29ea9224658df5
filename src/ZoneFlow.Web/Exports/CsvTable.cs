using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ZoneFlow.Web.Exports;

/// <summary>A table as CSV (RFC 4180), with the mark that spreadsheets need to read it as UTF-8.</summary>
public static class CsvTable
{
    // A text that a spreadsheet would run as a formula is kept a text by an apostrophe before it.
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        NewLine = "\r\n",
    };

    public static byte[] Of(Table table)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, Configuration))
        {
            foreach (var row in table.Rows.Prepend(table.Columns))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell as string ?? "");
                }

                csv.NextRecord();
            }
        }

        return bytes.ToArray();
    }
}
