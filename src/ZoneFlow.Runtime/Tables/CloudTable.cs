namespace ZoneFlow.Runtime.Tables;

/// <summary>One row by its place, or null.</summary>
public delegate Task<TableRow?> FindRow(string partition, string key, CancellationToken cancellationToken);

/// <summary>Rows of a partition in the order of their keys, from one key and before another.</summary>
public delegate Task<IReadOnlyList<TableRow>> ReadRows(string partition, string from, string before, int most, CancellationToken cancellationToken);

/// <summary>Writes to one partition, all or nothing; at most <see cref="RowMapping.MostChanges"/>, each row once. Throws where the service fails.</summary>
public delegate Task<RowOutcome> WriteRows(string partition, IReadOnlyList<RowChange> changes);

/// <summary>
/// What the store asks of a cloud table: Azure's in the cloud, one in memory with the same limits in tests. Delegates and not a
/// port: only the case store on top of it is one.
/// </summary>
public sealed record CloudTable(FindRow Find, ReadRows Read, WriteRows Write);
