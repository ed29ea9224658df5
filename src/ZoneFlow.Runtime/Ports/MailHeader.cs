namespace ZoneFlow.Runtime.Ports;

/// <summary>A further header of a mail: printable ASCII, at most 900 characters, not one that the mail sets itself.</summary>
public sealed record MailHeader
{
    private const int Longest = 900;

    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Date", "Message-ID", "MIME-Version",
        "Auto-Submitted", "X-Category",
    };

    /// <exception cref="ArgumentException">The name or the value cannot stand in a mail's head.</exception>
    public MailHeader(string name, string value)
    {
        Name = HeaderText.Token(name, nameof(name));
        if (Own.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The header {name} is the mail's own.", nameof(name));
        }

        Value = HeaderText.Line(value, nameof(value));
        if (value.Length > Longest || value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException($"A further header is at most {Longest} printable ASCII characters.", nameof(value));
        }
    }

    public string Name { get; }

    public string Value { get; }
}
