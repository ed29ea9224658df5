using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>
/// Several applications that wait for the reader, checked at once. By GET: <c>case</c>, once for each that is wanted, or
/// <c>from</c>, how many stood on the pages before.
/// </summary>
public sealed record FileCheckModel(PageFrame Frame, DateOnly Today, IReadOnlyList<FileCheckLine> Lines) : PageModel(Frame)
{
    /// <summary>Where all of them are checked, where only some were asked for.</summary>
    public string? All { get; init; }

    /// <summary>Where it goes on, or null.</summary>
    public string? More { get; init; }
}
