using System.Globalization;
using System.Text;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// The name an upload keeps: what its owner called it, Chinese and all, without folders and without signs that a
/// file system, a header or a reader could take for something else.
/// </summary>
/// <remarks>
/// Accents written as separate marks stay so: composing them needs Unicode tables that a program without a culture
/// does not carry, and names are shown, never compared.
/// </remarks>
internal static class UploadName
{
    public const int MaxLength = 150;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>The clean name, or why there is none; exactly one of the two.</summary>
    public static (string? Name, UploadVerdict.Refused? Refusal) Clean(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Trim().TrimEnd('.', ' ');
        if (name.Length > MaxLength)
        {
            return (null, UploadRefusals.NameLength);
        }

        var clean = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            if (!Rune.TryGetRuneAt(name, at, out var rune) || IsInvisible(rune))
            {
                return (null, UploadRefusals.NameCharacters);
            }

            // Signs that Windows cannot have in a name, where whoever downloads it may be.
            clean.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : rune.ToString());
            at += rune.Utf16SequenceLength;
        }

        name = clean.ToString();
        var stem = Path.GetFileNameWithoutExtension(name).Trim();
        return stem.Length == 0 ? (null, UploadRefusals.NameEmpty)
            : Devices.Contains(name.Split('.')[0].Trim()) ? (null, UploadRefusals.NameReserved)
            : (name, null);
    }

    /// <summary>Controls, marks of direction and of joining, line separators, and what Unicode assigns to no character.</summary>
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or
        UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
