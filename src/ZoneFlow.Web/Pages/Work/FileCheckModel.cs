using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>Several applications that wait for the reader, checked at once. By GET: <c>case</c>, once for each that is wanted; all of them without.</summary>
/// <param name="Others">Those that wait too and were not asked for.</param>
public sealed record FileCheckModel(PageFrame Frame, DateOnly Today, IReadOnlyList<FileCheckLine> Lines, int Others) : PageModel(Frame);
