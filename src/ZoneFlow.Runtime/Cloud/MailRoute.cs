namespace ZoneFlow.Runtime.Cloud;

/// <summary>How mail leaves.</summary>
/// <param name="Secret">SendGrid's key, or the relay's password; never printed.</param>
public sealed record MailRoute(MailKind Kind, string Host, int Port, string? UserName, string? Secret)
{
    public override string ToString() => $"{Kind} {Host}:{Port}";
}
