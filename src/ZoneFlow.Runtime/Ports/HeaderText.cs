namespace ZoneFlow.Runtime.Ports;

/// <summary>What may stand in a mail's header. A line break there would begin a header of someone else's choosing.</summary>
internal static class HeaderText
{
    public static string Line(string value, string field)
    {
        NotEmpty(value, field);
        foreach (var character in value)
        {
            // The line and paragraph separators break lines too, for some readers.
            if (char.IsControl(character) || character is '\u2028' or '\u2029')
            {
                throw new ArgumentException($"{field} must be one line without control characters.", field);
            }
        }

        return value;
    }

    public static string Token(string value, string field)
    {
        Line(value, field);
        foreach (var character in value)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_'))
            {
                throw new ArgumentException($"{field} has letters, digits, hyphens and underscores only.", field);
            }
        }

        return value;
    }

    public static string NotEmpty(string value, string field) => string.IsNullOrWhiteSpace(value)
        ? throw new ArgumentException($"{field} is empty.", field)
        : value;
}
