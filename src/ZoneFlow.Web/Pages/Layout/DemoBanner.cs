namespace ZoneFlow.Web.Pages.Layout;

/// <summary>The demonstration's virtual date and time.</summary>
public sealed record DemoBanner(DateTimeOffset Now);
