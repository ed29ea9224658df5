using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Demo;

/// <summary>The sample people, one click each.</summary>
public sealed record PersonasModel(PageFrame Frame, IReadOnlyList<PersonaLine> People) : PageModel(Frame);
