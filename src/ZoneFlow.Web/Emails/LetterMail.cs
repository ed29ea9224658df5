using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>A letter is served on the addressee.</summary>
/// <param name="Paragraphs">The letter's Chinese body.</param>
/// <param name="English">Its English body, for orientation.</param>
public sealed record LetterMail(
    string Office, string Addressee, string Party, string? Reach, MailCase Case, Label Title, IReadOnlyList<string> Paragraphs,
    IReadOnlyList<string> English, string Link) : MailModel(Office, Addressee, Party, Reach);
