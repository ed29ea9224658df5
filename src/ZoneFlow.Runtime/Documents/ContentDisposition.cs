using System.Globalization;
using System.Text;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// The header under which a document is served (RFC 6266): always to be saved, under its own name in UTF-8
/// (RFC 8187, once 5987), with an ASCII name before it for programs that know no other.
/// </summary>
public static class ContentDisposition
{
    private const string Plain = "!#$&+-.^_`|~";

    public static string Attachment(string name)
    {
        var (ascii, encoded) = (new StringBuilder(), new StringBuilder());
        foreach (var rune in name.EnumerateRunes())
        {
            // A percent sign in the plain form is decoded by some browsers and not by others.
            ascii.Append(rune.Value is >= ' ' and < 0x7f and not ('"' or '\\' or '%') ? (char)rune.Value : '_');
            Encode(rune, encoded);
        }

        return $"attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}";
    }

    private static void Encode(Rune rune, StringBuilder encoded)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var next in bytes[..rune.EncodeToUtf8(bytes)])
        {
            if (char.IsAsciiLetterOrDigit((char)next) || Plain.Contains((char)next, StringComparison.Ordinal))
            {
                encoded.Append((char)next);
            }
            else
            {
                encoded.Append('%').Append(next.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
    }
}
