using ZoneFlow.Runtime.Tables;

namespace ZoneFlow.TestKit.Cloud;

/// <summary>Counts what a store asks of a table as the service bills it: each page of a thousand rows read, and each transaction written.</summary>
public sealed class CountedTable
{
    private const int Page = 1_000;
    private long _reads;
    private long _writes;

    public CountedTable(CloudTable table) => Table = new(
        (partition, key, cancellationToken) =>
        {
            Interlocked.Increment(ref _reads);
            return table.Find(partition, key, cancellationToken);
        },
        async (partition, from, before, most, cancellationToken) =>
        {
            var rows = await table.Read(partition, from, before, most, cancellationToken);
            Interlocked.Add(ref _reads, 1 + (rows.Count / Page));
            return rows;
        },
        (partition, changes) =>
        {
            Interlocked.Increment(ref _writes);
            return table.Write(partition, changes);
        });

    public CloudTable Table { get; }

    public long Reads => Interlocked.Read(ref _reads);

    public long Writes => Interlocked.Read(ref _writes);
}
