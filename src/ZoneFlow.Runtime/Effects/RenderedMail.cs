using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Effects;

/// <summary>A mail's words: subject, text and HTML.</summary>
public sealed record RenderedMail(string Subject, string Text, string Html)
{
    /// <summary>Addressed to somebody. Its Message-ID comes from the key alone: sent twice under one key, it is the same mail.</summary>
    /// <param name="category">What kind of mail it is, for whoever counts them.</param>
    public OutgoingMail To(Addressee to, string key, string category, Mailbox from, DateTimeOffset when) => new()
    {
        Id = MessageId.ForKey(key, from.Domain),
        From = from,
        To = new Mailbox(to.Email, to.Name.Length > 0 ? to.Name : null),
        Subject = Subject,
        TextBody = Text,
        HtmlBody = Html,
        Category = category,
        When = when,
    };
}
