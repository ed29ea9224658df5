namespace ZoneFlow.Runtime.Ports;

/// <summary>The next hop refused a mail.</summary>
/// <param name="permanent">Whether the same mail will be refused for ever.</param>
/// <param name="code">The refusal's code, such as SMTP's 550.</param>
/// <param name="reply">What the other side said; it may name the addressee, so it stays out of the message and out of logs.</param>
/// <param name="inner">The client's own exception.</param>
public sealed class MailRefusedException(bool permanent, int code, string reply, Exception? inner = null)
    : Exception($"The mail was refused {(permanent ? "for good" : "for now")} with code {code}.", inner)
{
    public bool IsPermanent { get; } = permanent;

    public int Code { get; } = code;

    public string Reply { get; } = reply;
}
