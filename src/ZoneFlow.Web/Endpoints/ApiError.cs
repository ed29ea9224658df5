namespace ZoneFlow.Web.Endpoints;

/// <summary>One thing wrong with a request: the field, slot or criterion, and what about it.</summary>
public sealed record ApiError(string Name, string Zh, string? En, string? Source);
