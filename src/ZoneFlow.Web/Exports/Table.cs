namespace ZoneFlow.Web.Exports;

/// <summary>A list to take away. A cell is a text, a date or null.</summary>
public sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
