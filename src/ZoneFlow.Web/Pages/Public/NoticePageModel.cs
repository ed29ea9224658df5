using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>A public notice with its way to object.</summary>
/// <param name="Number">Its 索引号.</param>
/// <param name="Last">The last day, with the source of the period behind it.</param>
/// <param name="Document">The document that is published.</param>
/// <param name="Now">The system's own clock, by which lateness is judged.</param>
/// <param name="Objection">The form; null once the notice has closed.</param>
public sealed record NoticePageModel(
    PageFrame Frame, string Number, string Title, string Issuer, string Policy, DateOnly From, SourcedDate Last, DateTimeOffset Now, bool Closed,
    IReadOnlyList<NoticeEntryLine> Entries, DocumentLine? Document, ObjectionForm? Objection) : PageModel(Frame);
