using System.Globalization;
using System.Text;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Mail;

/// <summary>
/// A mail as RFC 5322 text: pure ASCII with CRLF line ends, Chinese in base64. The same mail gives the same text.
/// </summary>
public static class MimeWriter
{
    public static string Write(OutgoingMail mail)
    {
        var text = new StringBuilder();
        Append(text, "Date", Date(mail.When));
        AppendMailbox(text, "From", mail.From);
        AppendMailbox(text, "To", mail.To);
        EncodedWords.Append(text, "Subject", mail.Subject);
        Append(text, "Message-ID", mail.Id.Value);
        Append(text, "Auto-Submitted", "auto-generated");
        Append(text, "X-Category", mail.Category);
        foreach (var header in mail.Headers)
        {
            Append(text, header.Name, header.Value);
        }

        Append(text, "MIME-Version", "1.0");
        if (mail.HtmlBody is null)
        {
            AppendBody(text, "plain", mail.TextBody);
            return text.ToString();
        }

        // No line of base64 begins with a hyphen, so no body can end a part early.
        var boundary = $"=_{mail.Id.Local}";
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n");
        AppendBody(text, "plain", mail.TextBody);
        text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
        AppendBody(text, "html", mail.HtmlBody);
        return text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n").ToString();
    }

    private static void Append(StringBuilder text, string name, string value) =>
        EncodedWords.AppendFolded(text.Append(name).Append(':'), name.Length + 1, value);

    private static void AppendMailbox(StringBuilder text, string name, Mailbox mailbox)
    {
        if (mailbox.DisplayName is null)
        {
            Append(text, name, mailbox.Address);
            return;
        }

        EncodedWords.AppendPhrase(text, name, mailbox.DisplayName);
        text.Append(CultureInfo.InvariantCulture, $"\r\n <{mailbox.Address}>\r\n");
    }

    private static void AppendBody(StringBuilder text, string subtype, string body)
    {
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        var bytes = Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\r\n"));
        for (var at = 0; at < bytes.Length; at += 57)
        {
            text.Append(Convert.ToBase64String(bytes, at, Math.Min(57, bytes.Length - at))).Append("\r\n");
        }
    }

    private static string Date(DateTimeOffset when) =>
        when.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + (when.Offset < TimeSpan.Zero ? "-" : "+") + when.Offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
