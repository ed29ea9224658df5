namespace ZoneFlow.Web.Imports;

/// <summary>A table that somebody sent: rows of texts, with what cannot be taken as it stands.</summary>
/// <param name="Head">The texts of the first row.</param>
/// <param name="Rows">The rows after it that are not blank, each with its number in the file.</param>
public sealed record Sheet(IReadOnlyList<string> Head, IReadOnlyList<SheetRow> Rows)
{
    public const int MostRows = 1_000;
    public const int MostColumns = 50;

    /// <summary>A cell as a person finds it: G12.</summary>
    public static string Cell(int column, int row) => $"{Letters(column)}{row}";

    public int Column(string head) => Head.ToList().FindIndex(h => h.Trim() == head);

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{Letters((column / 26) - 1)}{(char)('A' + (column % 26))}";
}

/// <param name="Formulas">The columns whose cell is a formula.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells, IReadOnlySet<int> Formulas)
{
    public string At(int column) => column >= 0 && column < Cells.Count ? Cells[column].Trim() : "";
}
