using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Who read which dossier, the latest first.</summary>
/// <param name="Case">The one case they are of; null where they are of all.</param>
public sealed record ReadingsModel(PageFrame Frame, string? Case, IReadOnlyList<ReadingLine> Lines) : PageModel(Frame);
