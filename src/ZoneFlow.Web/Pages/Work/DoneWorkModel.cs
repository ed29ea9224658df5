using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>What the reader's party has done (已办), latest first.</summary>
/// <param name="Older">Where the page after this is; null on the last.</param>
public sealed record DoneWorkModel(PageFrame Frame, IReadOnlyList<DoneWorkLine> Lines, string? Older) : PageModel(Frame);
