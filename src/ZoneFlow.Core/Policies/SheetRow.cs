using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>One row of a form's table, or the rows that a table field's entries make.</summary>
public abstract record SheetRow
{
    private SheetRow()
    {
    }

    public sealed record Cells(ImmutableArray<SheetCell> Of) : SheetRow;

    /// <summary>A heading row of the field's columns and a row for each entry, blank ones up to <paramref name="Least"/>.</summary>
    /// <param name="Beside">A cell beside all of them, and how wide it is; null for none. Without columns' headings then.</param>
    /// <param name="Wide">The columns' widths in the table's units.</param>
    public sealed record Entries(string Field, SheetCell? Beside, ImmutableArray<int> Wide, int Least) : SheetRow;
}
