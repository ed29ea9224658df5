namespace ZoneFlow.Web.Access;

/// <summary>A route that anybody may use.</summary>
public sealed record OpenToAll;
