using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>The public front page.</summary>
/// <param name="Running">Notices that can still be objected to.</param>
public sealed record HomeModel(
    PageFrame Frame, IReadOnlyList<ZoneLine> Zones, IReadOnlyList<NoticeCard> Running, IReadOnlyList<AnnouncementLine> Announcements) : PageModel(Frame)
{
    /// <summary>What was searched for, posted by GET as <c>q</c>.</summary>
    public string Search { get; init; } = "";

    /// <summary>Where the register goes on, or null where it does not.</summary>
    public string? More { get; init; }
}
