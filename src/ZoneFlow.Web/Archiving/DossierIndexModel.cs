namespace ZoneFlow.Web.Archiving;

/// <summary>The index page of an exported dossier, which is also its printable timeline.</summary>
public sealed record DossierIndexModel(
    DossierManifest Manifest, string Policy, string Standing, DateOnly Since, IReadOnlyList<DossierFile> Documents, IReadOnlyList<DossierFile> Letters,
    IReadOnlyList<TimelineLine> Timeline);
