using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Archiving;

/// <summary>A case's timeline, to print.</summary>
/// <param name="Archive">Where the whole dossier is taken away; null for whoever may not.</param>
public sealed record TimelineModel(PageFrame Frame, CaseHead Case, IReadOnlyList<TimelineLine> Lines, string? Archive) : PageModel(Frame);
