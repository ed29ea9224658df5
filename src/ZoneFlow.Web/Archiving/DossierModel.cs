using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Archiving;

/// <summary>A dossier from elsewhere, opened to be read.</summary>
public sealed record DossierModel(PageFrame Frame, ImportedDossier Dossier, DossierManifest Manifest, IReadOnlyList<TimelineLine> Lines) : PageModel(Frame);
