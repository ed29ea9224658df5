using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>Something that will happen or fall due.</summary>
public sealed record FutureLine(FutureKind Kind, DateOnly Day, Label Label, Source? Source, bool Provisional, string? Explain);
