namespace ZoneFlow.Runtime.Tables;

/// <summary>One write of a transaction.</summary>
public sealed record RowChange(RowChangeKind Kind, TableRow Row);
