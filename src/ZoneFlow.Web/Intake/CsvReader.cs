using System.Text;

namespace ZoneFlow.Web.Intake;

/// <summary>Reads comma-separated rows as spreadsheets write them (RFC 4180): quoted cells may hold commas, quotes and line breaks.</summary>
public static class CsvReader
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var (rows, row, cell) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder());
        var quoted = false;
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    cell.Append('"');
                    at++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',')
            {
                EndCell();
            }
            else if (c is '\n' or '\r')
            {
                EndRow();
                at += c == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
            }
            else
            {
                cell.Append(c);
            }
        }

        EndRow();
        return rows;

        void EndCell()
        {
            row.Add(cell.ToString().Trim());
            cell.Clear();
        }

        // A line with nothing on it is no row.
        void EndRow()
        {
            EndCell();
            if (row.Any(c => c.Length > 0))
            {
                rows.Add(row);
            }

            row = [];
        }
    }
}
