using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZoneFlow.Policies.Reading;

/// <summary>
/// A pack's files as one run of bytes: each file as a line <c>path length</c> and its text, in ordinal path order, with LF line ends
/// and no byte-order mark, so that the same pack has the same hash wherever it was checked out.
/// </summary>
public static class PackBytes
{
    public static byte[] Of(IReadOnlyDictionary<string, byte[]> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var all = new MemoryStream();
        foreach (var (path, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var text = WithLineFeeds(bytes);
            all.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{path} {text.Length}\n")));
            all.Write(text);
        }
        return all.ToArray();
    }

    /// <summary>The files again. Throws <see cref="FormatException"/> on bytes that <see cref="Of"/> did not make.</summary>
    public static IReadOnlyDictionary<string, byte[]> Open(ReadOnlySpan<byte> bytes)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? "" : Encoding.UTF8.GetString(bytes[..end]);
            var space = line.LastIndexOf(' ');
            if (space <= 0
                || !int.TryParse(line.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length > bytes.Length - end - 1)
            {
                throw new FormatException("These are not the bytes of a pack.");
            }
            files.Add(line[..space], bytes.Slice(end + 1, length).ToArray());
            bytes = bytes[(end + 1 + length)..];
        }
        return files;
    }

    /// <summary>SHA-256 of the canonical bytes as 64 small hex digits.</summary>
    public static string Hash(IReadOnlyDictionary<string, byte[]> files) => Convert.ToHexStringLower(SHA256.HashData(Of(files)));

    private static byte[] WithLineFeeds(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }
        var kept = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n')
            {
                kept.Add(bytes[i]);
            }
        }
        return [.. kept];
    }
}
