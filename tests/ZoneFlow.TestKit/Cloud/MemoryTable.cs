using System.Globalization;
using ZoneFlow.Runtime.Tables;

namespace ZoneFlow.TestKit.Cloud;

/// <summary>
/// A table service in memory with the limits of the real one: which characters a key may have and how long it may be, 64 KiB a
/// property, 1 MiB a row, 100 changes and 4 MiB a transaction of one partition, each row once. Reads are pages in key order.
/// </summary>
public sealed class MemoryTable
{
    private const int LargestProperty = 64 * 1024;
    private const int LargestRow = 1024 * 1024;
    private const int LargestRequest = 4 * 1024 * 1024;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedList<string, TableRow>> _partitions = new(StringComparer.Ordinal);
    private long _tag;

    /// <summary>Called with each write before it is done and after: a test throws there.</summary>
    public Action<string, bool>? OnWrite { get; set; }

    public int Writes { get; private set; }

    public CloudTable Table => new(
        (partition, key, _) => Later(() => Find(partition, key)),
        (partition, from, before, most, _) => Later<IReadOnlyList<TableRow>>(() => [.. Of(partition)
            .Where(r => string.CompareOrdinal(r.Key, from) >= 0 && string.CompareOrdinal(r.Key, before) < 0).Take(most).Select(r => r.Value)]),
        (partition, changes) => Later(() => Write(partition, changes)));

    public IReadOnlyList<TableRow> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _partitions.Values.SelectMany(p => p.Values)];
            }
        }
    }

    // Somewhere else, as a service is: callers do come between a read and the write that follows it.
    private async Task<T> Later<T>(Func<T> work)
    {
        await Task.Yield();
        lock (_lock)
        {
            return work();
        }
    }

    private SortedList<string, TableRow> Of(string partition)
    {
        if (!_partitions.TryGetValue(partition, out var rows))
        {
            _partitions.Add(partition, rows = new SortedList<string, TableRow>(StringComparer.Ordinal));
        }

        return rows;
    }

    private TableRow? Find(string partition, string key) => Of(partition).GetValueOrDefault(key);

    private RowOutcome Write(string partition, IReadOnlyList<RowChange> changes)
    {
        OnWrite?.Invoke(partition, false);
        Writes++;
        Assert.InRange(changes.Count, 1, 100);
        Assert.Equal(changes.Count, changes.Select(c => c.Row.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.True(changes.Sum(c => Size(c.Row, wire: true)) < LargestRequest, "The request is longer than 4 MiB.");
        foreach (var change in changes)
        {
            CheckKey(partition);
            CheckKey(change.Row.Key);
            Assert.Equal(partition, change.Row.Partition);
            Assert.All(change.Row.Values.Values, v => Assert.InRange(Size(v, wire: false), 0, LargestProperty));
            Assert.InRange(Size(change.Row, wire: false), 0, LargestRow);
            if (Stands(Find(partition, change.Row.Key), change) is { } outcome)
            {
                return outcome;
            }
        }

        foreach (var change in changes)
        {
            if (change.Kind == RowChangeKind.Delete)
            {
                Of(partition).Remove(change.Row.Key);
            }
            else
            {
                Of(partition)[change.Row.Key] = change.Row with { Tag = (++_tag).ToString(CultureInfo.InvariantCulture) };
            }
        }

        OnWrite?.Invoke(partition, true);
        return RowOutcome.Written;
    }

    private static RowOutcome? Stands(TableRow? found, RowChange change) => change.Kind switch
    {
        RowChangeKind.Insert => found is null ? null : RowOutcome.Taken,
        RowChangeKind.Put => null,
        _ => found is not null && (change.Row.Tag == "*" || change.Row.Tag == found.Tag) ? null : RowOutcome.Changed,
    };

    private static void CheckKey(string key)
    {
        Assert.InRange(2 * key.Length, 0, 1024);
        Assert.All(key, c => Assert.True(char.IsAscii(c) && !char.IsControl(c) && c is not ('/' or '\\' or '#' or '?' or '%'), $"The key {key} has a {c}."));
    }

    private static long Size(TableRow row, bool wire) => (2L * (row.Partition.Length + row.Key.Length)) + row.Values.Sum(v => 8 + (2 * v.Key.Length) + Size(v.Value, wire));

    private static long Size(object value, bool wire) => value switch
    {
        byte[] bytes => wire ? bytes.Length * 4L / 3 : bytes.Length,
        string text => 2L * text.Length,
        _ => throw new ArgumentException($"A row has no {value.GetType()}.", nameof(value)),
    };
}
