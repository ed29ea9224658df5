using System.Security.Cryptography;
using System.Text;

namespace ZoneFlow.Runtime.Ports;

/// <summary>
/// A mail's Message-ID. It comes from the outbox key alone, so that every attempt at one mail carries the same and
/// a receiver that saw it twice can tell. The key is hashed: it may hold any character and is nobody else's business.
/// </summary>
public readonly record struct MessageId
{
    private readonly string? local;
    private readonly string? domain;

    private MessageId(string local, string domain) => (this.local, this.domain) = (local, domain);

    /// <summary>What stands before the @: 32 lowercase hexadecimal digits, fit for a file name.</summary>
    public string Local => local ?? throw new InvalidOperationException("This Message-ID was never set.");

    /// <summary>The header's value, angle brackets included.</summary>
    public string Value => $"<{Local}@{domain}>";

    /// <param name="outboxKey">The outbox row's key.</param>
    /// <param name="domain">The office's mail domain, as in the sender's address.</param>
    public static MessageId ForKey(string outboxKey, string domain)
    {
        ArgumentException.ThrowIfNullOrEmpty(outboxKey);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(outboxKey));
        return new(Convert.ToHexStringLower(digest.AsSpan(0, 16)), Mailbox.AsciiDomain(domain, nameof(domain)));
    }

    public override string ToString() => local is null ? "" : Value;
}
