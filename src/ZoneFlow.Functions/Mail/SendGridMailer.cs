using SendGrid;
using SendGrid.Helpers.Mail;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SendGrid;

namespace ZoneFlow.Functions.Mail;

/// <summary>Mails by SendGrid's client. Each attempt at a mail carries the same Message-ID, and the argument by which its events come back.</summary>
internal sealed class SendGridMailer(ISendGridClient client) : IMailer
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var message = MailHelper.CreateSingleEmail(
            new EmailAddress(mail.From.Address, mail.From.DisplayName), new EmailAddress(mail.To.Address, mail.To.DisplayName), mail.Subject, mail.TextBody, mail.HtmlBody);
        message.AddCategory(mail.Category);
        message.AddCustomArg(SendGridEvents.MessageArgument, mail.Id.Local);
        message.AddHeaders(SendGridHeaders.Of(mail));
        // A link that is followed to be counted would pass through the provider first, and so would its token.
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        var response = await client.SendEmailAsync(message, cancellationToken);
        SendGridAnswer.Check((int)response.StatusCode, await response.Body.ReadAsStringAsync(cancellationToken));
    }
}
