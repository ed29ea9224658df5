namespace ZoneFlow.Runtime.Tables;

/// <summary>The service's query language, for the one question asked of it.</summary>
public static class RowFilter
{
    private const int LargestPage = 1_000;
    private static readonly HashSet<string> Theirs = new(StringComparer.Ordinal) { "PartitionKey", "RowKey", "Timestamp", "odata.etag" };

    public static string Range(string partition, string from, string before) =>
        $"PartitionKey eq '{Quoted(partition)}' and RowKey ge '{Quoted(from)}' and RowKey lt '{Quoted(before)}'";

    public static int PageOf(int most) => Math.Clamp(most, 1, LargestPage);

    /// <summary>Whether a property is a value of the row, and not the service's own.</summary>
    public static bool IsOurs(string property) => !Theirs.Contains(property);

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
