using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Tables;

/// <summary>A keyed record as a row.</summary>
internal static class RecordRow
{
    public static IEnumerable<RowChange> Change(RowChangeKind kind, KeyedRecord record, string tag = "") => Rows.Change(
        kind, Places.Records(record.Kind), $"k{TableKey.Part(record.Key)}", Rows.Bytes(record.Json), tag, ("key", record.Key),
        ("expires", record.Expires is { } expires ? Rows.Text(Places.Kept(expires)) : null));

    public static KeyedRecord Read(string kind, FoundRow found) => new(
        kind, found.Row.Text("key"), found.BodyText, found.Row.TextOrNull("expires") is null ? null : Places.Read(found.Row.Number("expires")));
}
