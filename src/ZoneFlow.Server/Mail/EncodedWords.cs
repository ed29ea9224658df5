using System.Text;

namespace ZoneFlow.Server.Mail;

/// <summary>
/// Header text by RFC 5322 and RFC 2047: lines folded at 76 columns, text that is not plain ASCII as encoded words,
/// none of which splits a character.
/// </summary>
internal static class EncodedWords
{
    private const int LineLength = 76;
    private const string Open = "=?UTF-8?B?", Close = "?=";

    /// <summary>A header of free text.</summary>
    public static void Append(StringBuilder text, string name, string value)
    {
        text.Append(name).Append(':');
        if (IsPlain(value))
        {
            AppendFolded(text, name.Length + 1, value);
            return;
        }

        AppendEncoded(text, name.Length + 1, value);
        text.Append("\r\n");
    }

    /// <summary>A header's beginning with a display name; what follows goes on a folded line.</summary>
    public static void AppendPhrase(StringBuilder text, string name, string value)
    {
        text.Append(name).Append(':');
        if (IsPlain(value) && value.Length < 60)
        {
            text.Append(" \"").Append(value.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append('"');
            return;
        }

        AppendEncoded(text, name.Length + 1, value);
    }

    /// <summary>Plain text, broken before words that would pass the line's end.</summary>
    public static void AppendFolded(StringBuilder text, int column, string value)
    {
        foreach (var word in value.Split(' '))
        {
            var folds = column + 1 + word.Length > LineLength && word.Length > 0 && column > 1;
            text.Append(folds ? "\r\n " : " ").Append(word);
            column = (folds ? 0 : column) + 1 + word.Length;
        }

        text.Append("\r\n");
    }

    /// <summary>
    /// Whether the text may stand as it is: ASCII, nothing that reads as an encoded word, single inner spaces (a
    /// fold would lose others), no word longer than a line can be.
    /// </summary>
    private static bool IsPlain(string value) =>
        !value.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && !value.Contains("=?", StringComparison.Ordinal)
        && value.Split(' ').All(word => word.Length is > 0 and < 900);

    private static void AppendEncoded(StringBuilder text, int column, string value)
    {
        var word = new List<byte>();
        var room = Room(column);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > room)
            {
                AppendWord(text, word);
                text.Append("\r\n");
                room = Room(0);
            }

            word.AddRange(bytes[..length]);
        }

        AppendWord(text, word);
    }

    private static void AppendWord(StringBuilder text, List<byte> word)
    {
        text.Append(' ').Append(Open).Append(Convert.ToBase64String([.. word])).Append(Close);
        word.Clear();
    }

    /// <summary>How many bytes fit into one word on a line filled so far, the space before it counted.</summary>
    private static int Room(int column) => (LineLength - column - 1 - Open.Length - Close.Length) / 4 * 3;
}
