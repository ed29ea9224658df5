using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>A mail's words, before they are set as text or as HTML.</summary>
/// <param name="Greeting">What the mail says first.</param>
/// <param name="Rows">Case, stage, date: each with its name.</param>
/// <param name="Body">A letter's paragraphs or a reason; may be empty.</param>
/// <param name="English">The paragraphs' English, for orientation.</param>
/// <param name="Explain">The address at which the date's computation is shown.</param>
public sealed record MailContent(
    string Subject,
    string Office,
    string Addressee,
    string Party,
    string? Reach,
    Label Greeting,
    IReadOnlyList<(Label Name, Label Value)> Rows,
    IReadOnlyList<string> Body,
    IReadOnlyList<string> English,
    string? Explain,
    Label LinkWord,
    string Link,
    Label LinkNote)
{
    /// <summary>The signed root last made, to be kept with the mail; null before the first.</summary>
    public string? Root { get; init; }
}
