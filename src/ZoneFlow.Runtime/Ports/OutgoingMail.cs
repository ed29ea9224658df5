namespace ZoneFlow.Runtime.Ports;

/// <summary>
/// One mail to one addressee, complete. Whatever becomes a header refuses line breaks and other control characters
/// with an <see cref="ArgumentException"/> that names the field, so text typed by a person cannot add a header.
/// </summary>
public sealed record OutgoingMail
{
    public required MessageId Id { get; init; }

    public required Mailbox From { get; init; }

    public required Mailbox To { get; init; }

    public required string Subject { get; init => field = HeaderText.Line(value, nameof(Subject)); }

    /// <summary>The whole mail as plain text; every mail has one.</summary>
    public required string TextBody { get; init => field = HeaderText.NotEmpty(value, nameof(TextBody)); }

    /// <summary>The same mail as HTML, or null.</summary>
    public string? HtmlBody { get; init; }

    /// <summary>Which template it was made from, for the operator's statistics and the provider's.</summary>
    public required string Category { get; init => field = HeaderText.Token(value, nameof(Category)); }

    /// <summary>Further headers, such as List-Unsubscribe on a digest.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>When the office wrote it: the mail's Date, where the mailer may set one.</summary>
    public required DateTimeOffset When { get; init; }
}
