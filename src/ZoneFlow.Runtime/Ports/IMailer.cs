namespace ZoneFlow.Runtime.Ports;

/// <summary>
/// Hands one mail to whatever delivers it. Delivery is at least once: the outbox calls again with the same mail
/// until a call returns, and every copy carries the same Message-ID.
/// </summary>
public interface IMailer
{
    /// <summary>Returns when the next hop has taken responsibility for the mail.</summary>
    /// <exception cref="MailRefusedException">
    /// The next hop answered no. When <see cref="MailRefusedException.IsPermanent"/>, the same mail will never be
    /// taken and has to be served otherwise; if not, it is worth another try.
    /// </exception>
    /// <remarks>Any other exception (no connection, no answer in time, a full disk) is worth another try.</remarks>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
