using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>The notices, the latest first, running and closed.</summary>
public sealed record NoticeIndexModel(PageFrame Frame, IReadOnlyList<NoticeCard> Running, IReadOnlyList<NoticeCard> Closed) : PageModel(Frame)
{
    /// <summary>Whether it is the first page, which has the open ones.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>Where the earlier ones are; null where there are none.</summary>
    public string? More { get; init; }
}
