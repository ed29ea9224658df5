using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace ZoneFlow.Runtime.Tables;

/// <summary>
/// A body of any length as rows of a cloud table. A property holds 64 KiB and a row 1 MiB, so a body is compressed, cut
/// into properties, and goes on in rows right behind its own, which carry the same stamp.
/// </summary>
public static class RowMapping
{
    /// <summary>The service takes 100 changes; some are left for what a commit always writes.</summary>
    public const int MostChanges = 90;

    private const int PropertyBytes = 60_000;
    private const int PropertiesOfRow = 14;
    private const int WorthCompressing = 512;
    private const string Rest = "!!";
    private const string Stamp = "stamp";
    private const string Packed = "packed";
    private const string Bytes = "bytes";

    /// <summary>The row itself first, then those its body goes on in.</summary>
    public static IReadOnlyList<TableRow> Rows(
        string partition, string key, IEnumerable<(string Name, string? Value)> texts, ReadOnlyMemory<byte> body, string tag = "")
    {
        var packed = Pack(body.Span, out var isPacked);
        var stamp = Convert.ToHexStringLower(SHA256.HashData(packed).AsSpan(0, 8));
        var rows = new List<TableRow>();
        for (var at = 0; at == 0 || at < packed.Length;)
        {
            var values = new Dictionary<string, object> { [Stamp] = stamp };
            for (var part = 0; part < PropertiesOfRow && at < packed.Length; part++)
            {
                var length = Math.Min(PropertyBytes, packed.Length - at);
                values[$"b{part:D2}"] = packed.AsSpan(at, length).ToArray();
                at += length;
            }

            rows.Add(new TableRow(partition, rows.Count == 0 ? key : $"{key}{Rest}{rows.Count:D3}", values, rows.Count == 0 ? tag : ""));
            if (packed.Length == 0)
            {
                break;
            }
        }

        var first = (Dictionary<string, object>)rows[0].Values;
        first[Packed] = isPacked ? "1" : "0";
        first[Bytes] = packed.Length.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in texts.Where(t => t.Value is not null))
        {
            first[name] = value!;
        }

        return rows;
    }

    /// <summary>The key before which a row and what goes on from it end.</summary>
    public static string After(string key) => $"{key}{Rest}~";

    /// <summary>Whether the row begins a body, and does not go on with one.</summary>
    public static bool IsFirst(TableRow row) => row.Values.ContainsKey(Bytes);

    /// <summary>How many rows follow the first.</summary>
    public static int Following(TableRow first) => Math.Max(0, (int)((first.Number(Bytes) - 1) / (PropertyBytes * PropertiesOfRow)));

    /// <summary>The body of a row, with the rows behind it; null where they are not of one write.</summary>
    public static byte[]? Body(TableRow first, IEnumerable<TableRow> following)
    {
        var stamp = first.Text(Stamp);
        var packed = new byte[first.Number(Bytes)];
        var at = 0;
        foreach (var row in following.Take(Following(first)).Prepend(first))
        {
            if (row.Text(Stamp) != stamp)
            {
                return null;
            }

            for (var part = 0; row.Values.TryGetValue($"b{part:D2}", out var bytes); part++)
            {
                ((byte[])bytes).CopyTo(packed.AsSpan(at));
                at += ((byte[])bytes).Length;
            }
        }

        return at < packed.Length ? null : first.Text(Packed) == "1" ? Unpack(packed) : packed;
    }

    private static byte[] Pack(ReadOnlySpan<byte> body, out bool isPacked)
    {
        isPacked = false;
        if (body.Length < WorthCompressing)
        {
            return body.ToArray();
        }

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(body);
        }

        isPacked = packed.Length < body.Length;
        return isPacked ? packed.ToArray() : body.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var body = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            brotli.CopyTo(body);
        }

        return body.ToArray();
    }
}
