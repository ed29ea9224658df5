using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Mail;

/// <summary>
/// Hands mail to the office's mail server, a connection for each. The framework's client dates every mail itself,
/// so here a mail's Date is when it was sent.
/// </summary>
public sealed class SmtpMailer(SmtpOptions options) : IMailer
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = Compose(mail);
        using var client = new SmtpClient(options.Host, options.Port)
        {
            EnableSsl = options.StartTls,
            Credentials = options.UserName is null ? null : new NetworkCredential(options.UserName, options.Password),
        };

        // The client's own timeout does not apply to sending without blocking. A network's patience is real time,
        // wherever the office's clock stands.
        using var timeout = new CancellationTokenSource(options.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await client.SendMailAsync(message, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server {options} did not finish within {options.Timeout}.", late);
        }
        catch (SmtpException refusal) when ((int)refusal.StatusCode >= 400)
        {
            throw new MailRefusedException(IsPermanent((int)refusal.StatusCode), (int)refusal.StatusCode, refusal.Message, refusal);
        }
    }

    /// <summary>
    /// A code from 500 on refuses this mail for good, save where it finds fault with how this office connects or
    /// signs in: the operator mends that, and the mail then goes.
    /// </summary>
    private static bool IsPermanent(int code) => code is >= 500 and not (>= 500 and <= 504 or 530 or 534 or 535 or 538);

    private static MailMessage Compose(OutgoingMail mail)
    {
        var message = new MailMessage(Address(mail.From), Address(mail.To))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", mail.Id.Value);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Category", mail.Category);
        foreach (var header in mail.Headers)
        {
            message.Headers.Add(header.Name, header.Value);
        }

        // Two views without a body make multipart/alternative; the plain one first, as the lesser.
        message.AlternateViews.Add(View(mail.TextBody, MediaTypeNames.Text.Plain));
        if (mail.HtmlBody is not null)
        {
            message.AlternateViews.Add(View(mail.HtmlBody, MediaTypeNames.Text.Html));
        }

        return message;
    }

    private static AlternateView View(string body, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(body.ReplaceLineEndings("\r\n"), Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    private static MailAddress Address(Mailbox mailbox) => new(mailbox.Address, mailbox.DisplayName, Encoding.UTF8);
}
