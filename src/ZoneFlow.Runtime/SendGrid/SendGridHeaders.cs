using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.SendGrid;

/// <summary>The headers that a mail sets itself where the provider would otherwise choose.</summary>
public static class SendGridHeaders
{
    public static Dictionary<string, string> Of(OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var headers = mail.Headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase);
        headers["Message-ID"] = mail.Id.Value;
        headers["Auto-Submitted"] = "auto-generated";
        headers["X-Category"] = mail.Category;
        return headers;
    }
}
