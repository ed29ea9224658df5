using System.Globalization;
using System.Text;

namespace ZoneFlow.Runtime.Ports;

/// <summary>
/// An address and the name shown beside it. Addresses are the plain kind that every mail server takes: letters,
/// digits and a few signs before the @, no quotes and no comments. A domain in Chinese is kept in its ASCII form.
/// </summary>
public sealed record Mailbox
{
    private const string LocalSigns = "!#$%&'*+-/=?^_`{|}~.";

    /// <exception cref="ArgumentException">The address is none, or the name holds a control character.</exception>
    public Mailbox(string address, string? displayName = null)
    {
        Address = Normal(address);
        DisplayName = displayName is null or "" ? null : HeaderText.Line(displayName, nameof(displayName));
    }

    public string Address { get; }

    public string? DisplayName { get; }

    private static string Normal(string address)
    {
        var at = address?.LastIndexOf('@') ?? -1;
        if (at < 1 || at > 64 || !IsLocal(address.AsSpan(0, at)))
        {
            throw new ArgumentException("This is not a mail address that can be written to.", nameof(address));
        }

        var normal = $"{address![..at]}@{AsciiDomain(address[(at + 1)..], nameof(address))}";
        return normal.Length <= 254
            ? normal
            : throw new ArgumentException("A mail address has at most 254 characters.", nameof(address));
    }

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        foreach (var sign in local)
        {
            if (!char.IsAsciiLetterOrDigit(sign) && !LocalSigns.Contains(sign, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return local[0] != '.' && local[^1] != '.' && local.IndexOf("..", StringComparison.Ordinal) < 0;
    }

    /// <summary>What stands behind the @.</summary>
    public string Domain => Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    internal static string AsciiDomain(string domain, string field)
    {
        const string wrong = "The part after the @ is not a domain name.";

        // The mapping encodes whatever is not ASCII, line separators too, and lets a dot at the end pass.
        if (domain.EndsWith('.') || domain.EnumerateRunes().Any(rune => !Rune.IsLetterOrDigit(rune) && rune.Value is not ('.' or '-')))
        {
            throw new ArgumentException(wrong, field);
        }

        try
        {
            // The strict rules leave letters, digits and inner hyphens, in labels of at most 63.
            return new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException mapping)
        {
            throw new ArgumentException(wrong, field, mapping);
        }
    }
}
