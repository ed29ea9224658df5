using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Demo;

/// <summary>Something that falls due.</summary>
public sealed record UpcomingLine(DateTimeOffset At, Label What, string CaseTitle, string? CaseHref);
