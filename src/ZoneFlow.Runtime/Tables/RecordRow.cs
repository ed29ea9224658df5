using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Tables;

/// <summary>A keyed record as a row.</summary>
internal static class RecordRow
{
    private const string Writer = "writer";

    /// <param name="writer">Whose writing it is, where somebody must know afterwards.</param>
    public static IEnumerable<RowChange> Change(RowChangeKind kind, KeyedRecord record, string tag = "", string? writer = null) => Rows.Change(
        kind, Places.Records(record.Kind), $"k{TableKey.Part(record.Key)}", Rows.Bytes(record.Json), tag, ("key", record.Key),
        ("expires", record.Expires is { } expires ? Rows.Text(Places.Kept(expires)) : null), (Writer, writer));

    public static bool IsBy(string writer, FoundRow? found) => found?.Row.TextOrNull(Writer) == writer;

    public static KeyedRecord Read(string kind, FoundRow found) => new(
        kind, found.Row.Text("key"), found.BodyText, found.Row.TextOrNull("expires") is null ? null : Places.Read(found.Row.Number("expires")));
}
