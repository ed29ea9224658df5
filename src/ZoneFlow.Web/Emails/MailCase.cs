using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>The case that a mail is about.</summary>
public sealed record MailCase(string Number, string Title, Label Policy);
