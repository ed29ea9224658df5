using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Parts;

/// <summary>A named date of a case.</summary>
public sealed record MarkLine(Label Label, DateOnly Date, Source? Source);
