using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>A date is near.</summary>
/// <param name="WorkingDaysLeft">0 on the last day itself.</param>
public sealed record ReminderMail(
    string Office, string Addressee, string Party, string? Reach, MailCase Case, Label Procedure, Label Stage, Label Asked, MailDate Due,
    int? WorkingDaysLeft, string Link) : MailModel(Office, Addressee, Party, Reach);
