namespace ZoneFlow.Web.Emails;

/// <summary>The link that signs the addressee in.</summary>
public sealed record SignInMail(string Office, string Addressee, string Party, string? Reach, string Link, int MinutesValid)
    : MailModel(Office, Addressee, Party, Reach);
