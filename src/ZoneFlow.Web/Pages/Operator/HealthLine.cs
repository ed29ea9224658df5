using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One check.</summary>
public sealed record HealthLine(Label Name, HealthState State, Label Detail, string? Href);
