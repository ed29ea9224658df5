namespace ZoneFlow.Web.Papers;

/// <summary>A paper, to print.</summary>
public sealed record PaperPageModel(Paper Paper);
