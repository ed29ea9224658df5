using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>The plan in force.</summary>
public sealed record PlanLine(int Version, DateOnly Since, DocumentLine? Document);
