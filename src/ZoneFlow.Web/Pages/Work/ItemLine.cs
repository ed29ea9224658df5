using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>Something that the case keeps a list of.</summary>
public sealed record ItemLine(string Title, Label State, string? Href);
