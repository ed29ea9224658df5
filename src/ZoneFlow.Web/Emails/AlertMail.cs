using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>Something of the installation is not well: to an operator.</summary>
public sealed record AlertMail(string Office, string Addressee, string Party, string? Reach, Label Check, Label Detail, bool IsBad, string Link)
    : MailModel(Office, Addressee, Party, Reach);
