using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZoneFlow.Runtime.Tables;

/// <summary>
/// Keys of a cloud table: ASCII that the service takes everywhere, in the order of the texts' code points. Letters,
/// digits and hyphens stand for themselves; other characters are a sign that sorts where they do, and their number.
/// Parts are joined by an exclamation mark, which sorts before all of these, so that the order is that of the parts.
/// </summary>
public static class TableKey
{
    /// <summary>Sorts after everything that a part goes on with.</summary>
    public const string Last = "~~";

    // A key may have 1 KiB, which is 512 of its characters. A longer part keeps its beginning, and its hash tells it apart:
    // among parts that begin alike for that long, the order is the hashes'.
    private const int LongestPart = 400;
    private const int KeptOfLonger = 360;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Of(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            key.Append(key.Length > 0 ? "!" : "").Append(Part(part));
        }

        return key.ToString();
    }

    /// <summary>A number with the digits that keep the order: 19, for any that is not negative.</summary>
    public static string Number(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>A text as one part; the empty text is the empty part.</summary>
    public static string Part(string text)
    {
        var part = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(part, rune.Value);
        }

        if (part.Length <= LongestPart)
        {
            return part.ToString();
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
        return $"{part.ToString(0, KeptOfLonger)}{Last}{hash}";
    }

    private static void Append(StringBuilder part, int point)
    {
        switch (point)
        {
            case (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '-':
                part.Append((char)point);
                break;
            case < '-':
                part.Append('$').Append(point.ToString("x2", CultureInfo.InvariantCulture));
                break;
            case < '0':
                part.Append('.').Append(point.ToString("x2", CultureInfo.InvariantCulture));
                break;
            case < 'A':
                part.Append(':').Append(point.ToString("x2", CultureInfo.InvariantCulture));
                break;
            case < 'a':
                part.Append('_').Append(point.ToString("x2", CultureInfo.InvariantCulture));
                break;
            default:
                part.Append('~');
                for (var unit = 36 * 36 * 36; unit > 0; unit /= 36)
                {
                    part.Append(Digits[point / unit % 36]);
                }

                break;
        }
    }
}
