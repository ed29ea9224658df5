using System.Globalization;
using System.Text;

namespace ZoneFlow.Runtime.Tables;

/// <summary>Rows whose bodies may go on in further rows, read and written as one.</summary>
internal sealed class Rows(CloudTable table)
{
    private const int MostReads = 5;
    private const int Page = 1_000;

    /// <summary>A row and its body as they stood together; null where there is none.</summary>
    public async Task<FoundRow?> FindAsync(string partition, string key, CancellationToken cancellationToken)
    {
        for (var reads = 1; ; reads++)
        {
            if (await table.Find(partition, key, cancellationToken) is not { } first)
            {
                return null;
            }

            var following = RowMapping.Following(first) is > 0 and var more
                ? await table.Read(partition, $"{key}!", RowMapping.After(key), more, cancellationToken)
                : [];
            if (RowMapping.Body(first, following) is { } body)
            {
                return new FoundRow(first, body);
            }

            Torn(reads, partition, key);
        }
    }

    /// <summary>Whole rows in the order of their keys.</summary>
    public async Task<List<FoundRow>> RangeAsync(string partition, string from, string before, int most, CancellationToken cancellationToken)
    {
        var found = new List<FoundRow>();
        while (found.Count < most)
        {
            // Never cut between a row and what goes on from it: what a page ends in is read again with the next.
            var asked = (int)Math.Min(Page, (long)most - found.Count + 20);
            var page = await table.Read(partition, from, before, asked, cancellationToken);
            var at = 0;
            while (at < page.Count && found.Count < most)
            {
                var row = page[at];
                if (!RowMapping.IsFirst(row))
                {
                    at++;
                    continue;
                }

                var following = RowMapping.Following(row);
                if (at + following >= page.Count && page.Count == asked && at > 0)
                {
                    break;
                }

                if (RowMapping.Body(row, page.Skip(at + 1)) is { } body)
                {
                    found.Add(new FoundRow(row, body));
                }
                else if (await FindAsync(partition, row.Key, cancellationToken) is { } again)
                {
                    found.Add(again);
                }

                at += 1 + following;
            }

            if (page.Count < asked)
            {
                return found;
            }

            // The smallest key behind one is that key and the smallest character; a row read again begins with its own.
            from = at < page.Count ? page[at].Key : $"{page[^1].Key}!";
        }

        return found;
    }

    public Task<RowOutcome> WriteAsync(string partition, params IEnumerable<RowChange> changes) => table.Write(partition, [.. changes]);

    /// <summary>A row with its body, and those it goes on in: the first as told, the others put.</summary>
    public static IEnumerable<RowChange> Change(
        RowChangeKind kind, string partition, string key, ReadOnlyMemory<byte> body, string tag = "", params (string, string?)[] texts) =>
        RowMapping.Rows(partition, key, texts, body, tag).Select((row, i) => new RowChange(i == 0 ? kind : RowChangeKind.Put, row));

    public static RowChange Delete(TableRow row) => new(RowChangeKind.Delete, row);

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Torn(int reads, string partition, string key)
    {
        if (reads == MostReads)
        {
            throw new IOException($"The row {partition}/{key} changed {reads} times while it was being read.");
        }
    }
}
