using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>A condition that is counted from a roster is no longer met.</summary>
/// <param name="Since">The day from which it is not.</param>
/// <param name="Article">Where the policy asks for it to be told.</param>
public sealed record WatchMail(
    string Office, string Addressee, string Party, string? Reach, MailCase Case, Label Roster, Label Unmet, DateOnly Since, string Article, string Link)
    : MailModel(Office, Addressee, Party, Reach);
