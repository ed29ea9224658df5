namespace ZoneFlow.Runtime.Tables;

/// <summary>A row as a cloud table has it.</summary>
/// <param name="Values">Strings and byte arrays; at most 64 KiB each.</param>
/// <param name="Tag">Changes with every write of the row.</param>
public sealed record TableRow(string Partition, string Key, IReadOnlyDictionary<string, object> Values, string Tag = "")
{
    public string Text(string name) => (string)Values[name];

    public string? TextOrNull(string name) => Values.TryGetValue(name, out var value) ? (string)value : null;

    public long Number(string name) => long.Parse(Text(name), System.Globalization.CultureInfo.InvariantCulture);
}
