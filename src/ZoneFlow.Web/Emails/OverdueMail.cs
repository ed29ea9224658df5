using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>A date has passed.</summary>
/// <param name="Holder">Who was asked, where that is not the addressee.</param>
public sealed record OverdueMail(
    string Office, string Addressee, string Party, string? Reach, MailCase Case, Label Procedure, Label Stage, string? Holder, MailDate Due, string Link)
    : MailModel(Office, Addressee, Party, Reach);
