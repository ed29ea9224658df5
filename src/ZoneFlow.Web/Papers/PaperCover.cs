using System.Collections.Immutable;

namespace ZoneFlow.Web.Papers;

/// <summary>The cover of a form.</summary>
/// <param name="Foot">The line at its foot, or null.</param>
public sealed record PaperCover(ImmutableArray<PaperCoverLine> Lines, string? Foot);
