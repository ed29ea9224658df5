using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>Published documents, the latest first.</summary>
public sealed record AnnouncementIndexModel(PageFrame Frame, IReadOnlyList<AnnouncementLine> Announcements) : PageModel(Frame)
{
    /// <summary>Where the earlier ones are; null where there are none.</summary>
    public string? More { get; init; }
}
