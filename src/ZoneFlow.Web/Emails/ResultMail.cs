using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>Something that the addressee waits for has happened.</summary>
public sealed record ResultMail(
    string Office, string Addressee, string Party, string? Reach, MailCase Case, Label Result, Label? Next, string Link)
    : MailModel(Office, Addressee, Party, Reach);
