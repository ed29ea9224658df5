using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A letter, to read and print.</summary>
/// <param name="Paragraphs">The Chinese body, a paragraph a line; the last ones may be the signature and the date.</param>
/// <param name="English">The English body beside it, for orientation only.</param>
/// <param name="Document">Its 文号 where the office gave it one.</param>
public sealed record LetterPageModel(
    PageFrame Frame, string Issuer, string? Document, Label Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> English, DateOnly On,
    CaseHead Case) : PageModel(Frame);
