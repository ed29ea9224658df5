using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Watching;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One check.</summary>
public sealed record HealthLine(Label Name, HealthState State, Label Detail, string? Href);
