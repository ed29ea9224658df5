using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Shell;

/// <summary>What an installation is told about itself.</summary>
/// <param name="BaseAddress">Where its pages are reached, without a slash at the end. Links never come from the Host header.</param>
/// <param name="From">The sender of its mails.</param>
public sealed record ShellOptions(string BaseAddress, Mailbox From)
{
    /// <summary>Whether the pages are reached over TLS, be it that of a proxy before them.</summary>
    public bool IsSecure => BaseAddress.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// How long whoever asks for a sign-in link waits, whether the address is known or not: mailing it takes longer than finding nobody.
    /// Null answers once the mail is on its way, as a demonstration may, whose people are on a public page.
    /// </summary>
    public TimeSpan? SignInPace { get; init; }
}
