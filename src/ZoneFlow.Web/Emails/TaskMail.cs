using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>A task has come to the addressee.</summary>
/// <param name="Asked">What is asked, a sentence.</param>
/// <param name="Link">The one link that opens the task; it changes nothing when opened.</param>
/// <param name="Reason">Why it came back, where it did.</param>
public sealed record TaskMail(
    string Office, string Addressee, string Party, string? Reach, MailCase Case, Label Procedure, Label Stage, Label Asked, MailDate? Due, string Link,
    string? Reason) : MailModel(Office, Addressee, Party, Reach);
