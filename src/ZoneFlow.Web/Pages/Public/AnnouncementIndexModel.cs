using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>All published documents.</summary>
public sealed record AnnouncementIndexModel(PageFrame Frame, IReadOnlyList<AnnouncementLine> Announcements) : PageModel(Frame);
