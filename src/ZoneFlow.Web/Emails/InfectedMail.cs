namespace ZoneFlow.Web.Emails;

/// <summary>A file that was filed while the scanner was away has been found infected.</summary>
/// <param name="Finding">The scanner's name for what it found.</param>
public sealed record InfectedMail(string Office, string Addressee, string Party, string? Reach, string Finding, string Link)
    : MailModel(Office, Addressee, Party, Reach);
