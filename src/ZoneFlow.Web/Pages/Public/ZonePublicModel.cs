using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>A zone's public page.</summary>
/// <param name="Dates">Named dates that the public may see: designated, end of the term.</param>
public sealed record ZonePublicModel(
    PageFrame Frame, CaseHead Case, string? Issuer, IReadOnlyList<MarkLine> Dates,
    IReadOnlyList<NoticeCard> Notices, IReadOnlyList<AnnouncementLine> Announcements) : PageModel(Frame);
