namespace ZoneFlow.Web.Papers;

/// <summary>A paper, to print.</summary>
/// <param name="Style">The style sheet's own words, for a page that is kept and must need nothing else; null for one that links to it.</param>
public sealed record PaperPageModel(Paper Paper, string? Style = null);
