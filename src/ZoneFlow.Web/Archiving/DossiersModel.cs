using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Archiving;

/// <summary>The dossiers taken over from other installations.</summary>
public sealed record DossiersModel(PageFrame Frame, IReadOnlyList<ImportedDossier> Dossiers) : PageModel(Frame);
