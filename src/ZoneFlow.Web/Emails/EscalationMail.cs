using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>A date has passed and the first telling did not help (督办).</summary>
public sealed record EscalationMail(
    string Office, string Addressee, string Party, string? Reach, MailCase Case, Label Procedure, Label Stage, string? Holder, MailDate Due, string Link)
    : MailModel(Office, Addressee, Party, Reach);
