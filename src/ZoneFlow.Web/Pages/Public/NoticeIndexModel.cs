using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>All notices, running and closed.</summary>
public sealed record NoticeIndexModel(PageFrame Frame, IReadOnlyList<NoticeCard> Running, IReadOnlyList<NoticeCard> Closed) : PageModel(Frame);
