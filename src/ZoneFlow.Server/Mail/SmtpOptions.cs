namespace ZoneFlow.Server.Mail;

/// <summary>How to reach the office's mail server.</summary>
public sealed record SmtpOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 25;

    /// <summary>Insist on STARTTLS with a certificate that this machine trusts; nothing is sent without.</summary>
    public bool StartTls { get; init; }

    /// <summary>Sign in with this name and <see cref="Password"/>; null to send without.</summary>
    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>The longest one mail may take from connecting to the server's last word.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    // The record's own would print the password.
    public override string ToString() => $"{Host}:{Port}{(StartTls ? " with STARTTLS" : "")}";
}
